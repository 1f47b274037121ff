package dev.ticketrail.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What {@code ./demo} runs: the whole shop in the foreground, until somebody ends it.
 */
public final class Demo {

	private final PrintStream out = System.out;

	private final long begin = System.nanoTime();

	private final ShopPlan plan;

	private @Nullable Build build;

	private @Nullable Shop shop;

	private volatile boolean failed;

	private volatile boolean ending;

	private Demo(ShopPlan plan) {
		this.plan = plan.progress(this::progress);
	}

	public static void main(String... arguments) {
		try {
			ShopPlan plan = Options.parse(arguments);
			if (plan == null) {
				System.out.println(Options.HELP);
				return;
			}
			new Demo(plan).run();
		}
		catch (CannotStartException ex) {
			refuse(ex);
		}
	}

	private void run() {
		Repository repository = Repository.find();
		this.build = new Build(repository);
		this.shop = new Shop(this.plan, repository);
		Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
		try {
			this.build.run(wanted(), this::progress);
			this.shop.start();
			announce(this.shop);
		}
		catch (CannotStartException ex) {
			if (!this.ending) {
				this.failed = true;
				refuse(ex);
			}
		}
		sleep();
	}

	private List<ShopService> wanted() {
		return Arrays.stream(ShopService.values()).filter((service) -> !this.plan.without.contains(service)).toList();
	}

	private void announce(Shop started) {
		this.plan.without.forEach((service) -> {
			this.out.println("Environment to start " + service.id() + " against the rest:");
			started.environment(service, service.port(this.plan.portBase))
				.forEach((name, value) -> this.out.println("  " + name + "=" + value));
		});
		started.facts().forEach((name, value) -> this.out.println(name + ": " + value));
		this.out.println("Shop is ready");
		this.out.flush();
	}

	private void progress(String line) {
		double seconds = Duration.ofNanos(System.nanoTime() - this.begin).toMillis() / 1000.0;
		this.out.printf("[%5.1f s] %s%n", seconds, line);
		this.out.flush();
	}

	/** On Ctrl-C, on SIGTERM, and after a failure. */
	private void end() {
		this.ending = true;
		if (!this.failed) {
			progress("Stopping");
		}
		if (this.build != null) {
			this.build.cancel();
		}
		if (this.shop != null) {
			this.shop.close();
		}
		if (!this.failed) {
			progress("Everything is stopped");
			// to be ended is how it ends: not an error
			Runtime.getRuntime().halt(0);
		}
	}

	private static void refuse(CannotStartException reason) {
		System.err.println("demo: " + reason.getMessage());
		System.exit(1);
	}

	private static void sleep() {
		try {
			Thread.currentThread().join();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
