package dev.ticketrail.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The whole shop on this machine: a PostgreSQL, a broker, a mail server and the services,
 * each a process of its own.
 */
public final class Shop implements AutoCloseable {

	private final ShopPlan plan;

	private final ShopFolder folder;

	private final String operatorPassword;

	private final Postgres postgres;

	private final ShopBroker broker;

	private final MailServer mail;

	private final ServiceJvm jvm;

	private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

	private final Supervision supervision;

	/** More JVMs at once would only take the cores away from each other. */
	private final Semaphore turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() * 3 / 2));

	private final AtomicReference<CannotStartException> failure = new AtomicReference<>();

	private volatile boolean failed;

	private volatile boolean closing;

	private boolean closed;

	/**
	 * Prepares a shop; nothing runs yet.
	 * @throws CannotStartException when it is clear already that it cannot be started
	 */
	public Shop(ShopPlan plan, Repository repository) {
		this.plan = plan;
		checkPorts(plan);
		this.folder = ShopFolder.open(plan.data);
		try {
			this.operatorPassword = this.folder.operatorPassword();
			this.broker = ShopBroker.of(plan, this.folder);
		}
		catch (CannotStartException ex) {
			this.folder.close();
			throw ex;
		}
		this.postgres = new Postgres(this.folder.data("postgres"), Ports.free(), this.folder.log("postgres"));
		this.mail = new MailServer(repository.mailJar(), Ports.free(), Ports.free(), plan.mails,
				this.folder.log("mail"));
		this.jvm = new ServiceJvm(repository, plan.optimised);
		for (ShopService service : ShopService.values()) {
			int instances = plan.without.contains(service) ? 0 : plan.instances.getOrDefault(service, 1);
			for (int number = 1; number <= instances; number++) {
				String name = service.instance(number);
				int port = (number == 1 && plan.portBase > 0) ? service.port(plan.portBase) : Ports.free();
				this.services.put(name, new ServiceProcess(name, service, this.jvm, port,
						environment(name, service, port), this.folder.log(name)));
			}
		}
		this.supervision = new Supervision(servers(), plan.progress);
	}

	private static void checkPorts(ShopPlan plan) {
		for (ShopService service : ShopService.values()) {
			int port = service.port(plan.portBase);
			if (plan.portBase > 0 && !plan.without.contains(service) && !Ports.isFree(port)) {
				throw new CannotStartException("port %d for %s is taken%s; choose others with --port-base"
					.formatted(port, service.id(), Ports.holder(port).map((holder) -> " by " + holder).orElse("")));
			}
		}
	}

	/**
	 * Starts everything, and returns when all of it is ready.
	 * @throws CannotStartException when anything cannot be started (then nothing runs any
	 * more), or when the shop is closed meanwhile
	 */
	public void start() {
		attempt(this::prepareServices);
		this.plan.progress.accept("Starting %d servers (data and logs in %s)".formatted(servers().size(), folder()));
		try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
			// a service begins with its tables, and may be there before the broker
			tasks.execute(() -> attempt(this::startBroker));
			tasks.execute(() -> attempt(() -> start(this.mail)));
			attempt(this::startDatabases);
			this.services.values().forEach((service) -> tasks.execute(() -> attempt(() -> startInTurn(service))));
		}
		CannotStartException reason = this.failure.get();
		if (reason != null) {
			throw reason;
		}
		if (this.plan.supervised) {
			this.supervision.start();
		}
	}

	/** The first failure ends everything, so that nobody waits for the others. */
	private void attempt(Runnable step) {
		try {
			if (this.failure.get() == null) {
				step.run();
			}
		}
		catch (CannotStartException ex) {
			if (this.failure.compareAndSet(null, ex)) {
				this.failed = !this.closing;
				close();
			}
		}
	}

	private void prepareServices() {
		if (!this.services.isEmpty()) {
			this.jvm.prepare(this.plan.progress);
		}
	}

	private void startDatabases() {
		start(this.postgres);
		for (ShopService service : ShopService.values()) {
			this.postgres.administrator().create(service.database());
		}
	}

	private void startBroker() {
		this.broker.server().ifPresent(this::start);
	}

	private void startInTurn(ServiceProcess service) {
		this.turns.acquireUninterruptibly();
		try {
			if (this.failure.get() == null) {
				start(service);
			}
		}
		finally {
			this.turns.release();
		}
	}

	private void start(Server server) {
		server.start();
		this.plan.progress.accept(server.name() + " is up");
	}

	/** The environment from which a service learns where everything is. */
	public Map<String, String> environment(ShopService service, int port) {
		return environment(service.id(), service, port);
	}

	private Map<String, String> environment(String instance, ShopService service, int port) {
		Detour detour = this.plan.detour;
		Map<String, String> environment = new LinkedHashMap<>(this.broker.environment(instance));
		environment.put("SPRING_DATASOURCE_URL",
				Postgres.url(service.database(), detour.port(instance, this.postgres.name(), this.postgres.port())));
		environment.put("SPRING_DATASOURCE_USERNAME", service.database());
		environment.put("SPRING_DATASOURCE_PASSWORD", service.database());
		environment.put("SPRING_MAIL_HOST", "localhost");
		environment.put("SPRING_MAIL_PORT",
				String.valueOf(detour.port(instance, this.mail.name(), this.mail.smtpPort())));
		environment.put("SERVER_ADDRESS", "localhost");
		environment.put("SERVER_PORT", String.valueOf(port));
		environment.put("OPERATOR_PASSWORD", this.operatorPassword);
		environment.putAll(this.plan.environment);
		return environment;
	}

	/** Everything that has been started, in the order in which it is printed. */
	public List<Server> servers() {
		List<Server> servers = new ArrayList<>(this.services.values());
		servers.add(this.postgres);
		this.broker.server().ifPresent(servers::add);
		servers.add(this.mail);
		return servers;
	}

	/**
	 * One of them: {@code order-service}, {@code email-service.2}, {@code postgres},
	 * {@code kafka} or {@code rabbit}, {@code mail}.
	 */
	public Server server(String name) {
		return servers().stream()
			.filter((server) -> server.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("This shop has no " + name));
	}

	/** Where an instance answers, for example {@code email-service.2}. */
	public URI url(String instance) {
		return ((ServiceProcess) server(instance)).url();
	}

	public Database administrator() {
		return this.postgres.administrator();
	}

	/** A service's database, as the service sees it. */
	public Database database(ShopService service) {
		return new Database(this.postgres.url(service.database()), service.database(), service.database());
	}

	public MailServer mail() {
		return this.mail;
	}

	public String operatorPassword() {
		return this.operatorPassword;
	}

	public Path folder() {
		return this.folder.root();
	}

	/** What a user or a script has to know, by name. */
	public Map<String, String> facts() {
		Map<String, String> facts = new LinkedHashMap<>();
		this.services.forEach((name, service) -> facts.put(name, service.url().toString()));
		Database admin = administrator();
		facts.put("postgres", "%s?user=%s&password=%s".formatted(admin.url(), admin.user(), admin.password()));
		facts.put("broker", this.broker.description());
		facts.put("smtp", "localhost:" + this.mail.smtpPort());
		facts.put("mail-api", this.mail.api().toString());
		facts.put("operator-password", this.operatorPassword);
		return facts;
	}

	/**
	 * Stops the services first, then what they stand on; returns when nothing runs any
	 * more.
	 */
	@Override
	public void close() {
		this.closing = true;
		this.jvm.close();
		synchronized (this) {
			if (!this.closed) {
				this.supervision.close();
				stop(List.copyOf(this.services.values()));
				stop(servers());
				this.folder.close(this.failed);
				this.closed = true;
			}
		}
	}

	private static void stop(List<? extends Server> servers) {
		try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
			servers.forEach((server) -> tasks.execute(server::close));
		}
	}

}
