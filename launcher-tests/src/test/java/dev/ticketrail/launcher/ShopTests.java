package dev.ticketrail.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A shop whose services are {@link StandIn stand-ins}; all the rest is real.
 */
class ShopTests {

	private final Queue<String> told = new ConcurrentLinkedQueue<>();

	@TempDir
	Path temporary;

	private Repository repository;

	@BeforeEach
	void build() throws IOException {
		this.repository = StandIn.repository(this.temporary.resolve("repository"));
	}

	@Test
	void everyServiceIsToldWhereEverythingIs() throws Exception {
		ShopPlan plan = new ShopPlan().freePorts().instances(ShopService.EMAIL, 2).without(ShopService.ORDER);
		List<Server> servers;
		Path folder;
		try (Shop shop = new Shop(plan, this.repository)) {
			shop.start();
			servers = shop.servers();
			folder = shop.folder();
			assertThat(shop.facts().keySet()).containsExactly("payment-service", "email-service", "email-service.2",
					"inventory-service", "shipping-service", "analytics-service", "postgres", "broker", "smtp",
					"mail-api", "operator-password");
			assertThat(get(shop.url("email-service.2"))).contains("SPRING_PROFILES_ACTIVE=kafka",
					"SPRING_DATASOURCE_URL=" + shop.database(ShopService.EMAIL).url(),
					"SPRING_MAIL_PORT=" + shop.mail().smtpPort(), "OPERATOR_PASSWORD=" + shop.operatorPassword());
			assertThat(shop.environment(ShopService.ORDER, 8081)).containsEntry("SERVER_PORT", "8081")
				.containsKey("SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS");
			assertThat(get(shop.mail().api().resolve("/api/user"))).isEqualTo("[]");
			assertThat(servers).allMatch(Server::isAlive);
		}
		assertThat(servers).noneMatch(Server::isAlive);
		assertThat(folder).doesNotExist();
	}

	@Test
	void servicesAreLedByTheDetour() {
		List<String> ways = new CopyOnWriteArrayList<>();
		try (Shop shop = new Shop(plan().detour((client, server, port) -> {
			ways.add(client + " to " + server);
			return 4711;
		}), this.repository)) {
			assertThat(shop.environment(ShopService.ORDER, 8081))
				.containsEntry("SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS", "localhost:4711")
				.containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:4711/orders")
				.containsEntry("SPRING_MAIL_PORT", "4711");
		}
		assertThat(ways).contains("order-service to kafka", "order-service to postgres", "order-service to mail");
	}

	@Test
	void whatDiesIsStartedAgainAndWhatIsStoppedIsNot() {
		try (Shop shop = new Shop(plan(), this.repository)) {
			shop.start();
			for (String name : List.of("payment-service", "postgres", "kafka", "mail")) {
				Server server = shop.server(name);
				long before = server.pid();
				server.kill();
				await().atMost(Duration.ofSeconds(60))
					.untilAsserted(() -> assertThat(this.told)
						.contains(name + " has died (exit code 137), starting it again", name + " is up again"));
				assertThat(server.pid()).isNotEqualTo(before);
				assertThat(server.isReady()).isTrue();
			}
			this.told.clear();
			Server order = shop.server("order-service");
			order.stop();
			Server email = shop.server("email-service");
			email.kill();
			await().atMost(Duration.ofSeconds(30)).until(() -> this.told.contains("email-service is up again"));
			assertThat(order.isAlive()).isFalse();
			order.start();
			assertThat(order.isReady()).isTrue();
		}
	}

	@Test
	void frozenServerDoesNotAnswerUntilItIsThawed() {
		try (Shop shop = new Shop(plan().unsupervised(), this.repository)) {
			shop.start();
			for (String name : List.of("order-service", "postgres")) {
				Server server = shop.server(name);
				server.freeze();
				assertThat(server.isReady()).isFalse();
				assertThat(server.isAlive()).isTrue();
				server.thaw();
				await().until(server::isReady);
			}
			Server payment = shop.server("payment-service");
			payment.kill();
			assertThat(payment.isAlive()).isFalse();
			payment.start();
			assertThat(payment.isReady()).isTrue();
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void customersServiceHasPriorityAndRoom() throws IOException {
		try (Shop shop = new Shop(plan().unsupervised(), this.repository)) {
			shop.start();
			int ours = niceness(ProcessHandle.current().pid());
			for (String name : List.of("order-service", "postgres", "kafka")) {
				assertThat(niceness(shop.server(name).pid())).as(name).isEqualTo(ours);
			}
			for (String name : List.of("payment-service", "email-service", "mail")) {
				assertThat(niceness(shop.server(name).pid())).as(name).isEqualTo(Math.min(19, ours + 10));
			}
			assertThat(commandLine(shop.server("order-service"))).contains("-Xmx512m", "-XX:TieredStopAtLevel=1");
			assertThat(commandLine(shop.server("email-service"))).contains("-Xmx256m");
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void optimisedServicesHaveTheWholeCompiler() throws IOException {
		try (Shop shop = new Shop(plan().unsupervised().optimised(), this.repository)) {
			shop.start();
			assertThat(commandLine(shop.server("order-service"))).contains("-Xmx512m")
				.doesNotContain("TieredStopAtLevel");
		}
	}

	@Test
	void keptDataAreThereTheSecondTime() throws Exception {
		Path data = this.temporary.resolve("data");
		String password;
		try (Shop shop = new Shop(plan().data(data), this.repository)) {
			shop.start();
			password = shop.operatorPassword();
			try (Connection connection = shop.database(ShopService.ORDER).connect();
					Statement sql = connection.createStatement()) {
				sql.execute("create table orders as select 42 as answer");
			}
			assertThatExceptionOfType(CannotStartException.class)
				.isThrownBy(() -> new Shop(plan().data(data), this.repository))
				.withMessageContaining("another shop runs in " + data);
		}
		try (Shop shop = new Shop(plan().data(data), this.repository)) {
			shop.start();
			assertThat(shop.operatorPassword()).isEqualTo(password);
			try (Connection connection = shop.database(ShopService.ORDER).connect();
					Statement sql = connection.createStatement()) {
				assertThat(sql.execute("select answer from orders")).isTrue();
			}
		}
		assertThat(data.resolve("logs/order-service.log")).exists();
	}

	@Test
	void oneThatCannotStartEndsAllOthers() throws IOException {
		Shop shop = new Shop(plan().environment("STAND_IN_FAILS", "yes"), this.repository);
		assertThatExceptionOfType(CannotStartException.class).isThrownBy(shop::start)
			.withMessageContaining(
					"-service ended with exit code 3 while starting: Caused by: java.io.IOException: no database (log: ")
			.satisfies((ex) -> {
				String log = ex.getMessage().replaceAll(".*log: (.*)\\)", "$1");
				assertThat(Path.of(log)).content().contains("no database");
			});
		assertThat(shop.servers()).noneMatch(Server::isAlive);
		Folders.delete(shop.folder());
	}

	@Test
	void shopThatIsClosedWhileItStartsLeavesNothingBehind() {
		Shop shop = new Shop(plan(), this.repository);
		Thread closing = Thread.ofVirtual().start(() -> {
			await().until(() -> shop.servers().stream().anyMatch(Server::isAlive));
			shop.close();
		});
		assertThatExceptionOfType(CannotStartException.class).isThrownBy(shop::start);
		await().until(() -> !closing.isAlive());
		assertThat(shop.servers()).noneMatch(Server::isAlive);
		assertThat(shop.folder()).doesNotExist();
	}

	@Test
	void takenPortIsRefusedWithItsHolder() throws IOException {
		int base = portBeforeThreeOfOurOwn();
		try (ServerSocket holder = new ServerSocket(base + 3, 1, InetAddress.getLoopbackAddress())) {
			assertThat(holder.isBound()).isTrue();
			ShopPlan plan = new ShopPlan().portBase(base);
			assertThatExceptionOfType(CannotStartException.class).isThrownBy(() -> new Shop(plan, this.repository))
				.withMessageContaining("port " + (base + 3) + " for email-service is taken by process "
						+ ProcessHandle.current().pid() + " (java)");
		}
	}

	private static int portBeforeThreeOfOurOwn() {
		int last = Ports.free();
		for (int inARow = 1; inARow < 3;) {
			int next = Ports.free();
			inARow = (next == last + 1) ? inARow + 1 : 1;
			last = next;
		}
		return last - 3;
	}

	@Test
	void mailServerKeepsTheLatestMails() throws Exception {
		try (MailServer mail = new MailServer(this.repository.mailJar(), Ports.free(), Ports.free(), 3,
				this.temporary.resolve("mail.log"))) {
			mail.start();
			for (int number = 1; number <= 5; number++) {
				Smtp.send(mail.smtpPort(), "user" + (number % 2) + "@example.com", "mail " + number);
			}
			URI even = mail.api().resolve("/api/user/user0@example.com/messages/INBOX/");
			URI odd = mail.api().resolve("/api/user/user1@example.com/messages/INBOX/");
			await().untilAsserted(() -> {
				assertThat(get(even)).contains("mail 4").doesNotContain("mail 2");
				assertThat(get(odd)).contains("mail 3", "mail 5").doesNotContain("mail 1");
			});
		}
	}

	/** Half a shop is enough to see how it works. */
	private ShopPlan plan() {
		return new ShopPlan().freePorts()
			.without(ShopService.INVENTORY)
			.without(ShopService.SHIPPING)
			.without(ShopService.ANALYTICS)
			.progress(this.told::add);
	}

	/** Linux: proc(5), the 19th field; the first two end with the last bracket. */
	private static int niceness(long pid) throws IOException {
		String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
		return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
	}

	private static String commandLine(Server server) throws IOException {
		return Files.readString(Path.of("/proc/" + server.pid() + "/cmdline"));
	}

	private static String get(URI address) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
		}
	}

}
