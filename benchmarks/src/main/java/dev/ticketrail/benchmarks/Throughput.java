package dev.ticketrail.benchmarks;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.boot.SpringApplication;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a number of events through the outbox's relay, then lets one consumer take them.
 * Both are measured from the first to the last event, and both count what came out.
 */
final class Throughput {

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private Throughput() {
	}

	/** Measures in this process; its environment says where database and broker are. */
	public static void main(String... arguments) {
		System.out.println(measure(Integer.parseInt(arguments[0])));
	}

	/**
	 * Two rates: from the outbox to the broker's acknowledgement, and through inbox,
	 * handler and outbox.
	 */
	private static String measure(int events) {
		try (ConfigurableApplicationContext context = SpringApplication.run(Counting.class)) {
			JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
			append(events, context);
			double relayed = perSecond(events, () -> count(jdbc, "outbox") == 0);
			context.getBean(BindingsLifecycleController.class).start("countEvent-in-0");
			awaitThat(() -> count(jdbc, "effect") > 0);
			long begun = count(jdbc, "effect");
			double consumed = perSecond(events - (int) begun, () -> count(jdbc, "processed_event") >= events);
			awaitThat(() -> count(jdbc, "outbox") == 0);
			long distinct = number(jdbc, "select count(distinct event_id) from effect");
			long effects = count(jdbc, "effect");
			if (distinct != events || effects != events) {
				throw new IllegalStateException(
						"%d events had %d effects, of %d of them".formatted(events, effects, distinct));
			}
			return relayed + " " + consumed;
		}
	}

	private static void append(int events, ConfigurableApplicationContext context) {
		Outbox outbox = context.getBean(Outbox.class);
		new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			for (int i = 0; i < events; i++) {
				outbox.append(Counting.SENT, "key-" + i, new Counting.Numbered(i, "x".repeat(300)));
			}
		});
	}

	private static double perSecond(int events, BooleanSupplier done) {
		long begin = System.nanoTime();
		awaitThat(done);
		return events / ((System.nanoTime() - begin) / 1e9);
	}

	private static void awaitThat(BooleanSupplier done) {
		long deadline = System.nanoTime() + LONGEST.toNanos();
		while (!done.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Not done within " + LONGEST);
			}
			try {
				Thread.sleep(10);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private static long count(JdbcTemplate jdbc, String table) {
		return number(jdbc, "select count(*) from " + table);
	}

	private static long number(JdbcTemplate jdbc, String sql) {
		Long number = jdbc.queryForObject(sql, Long.class);
		return (number != null) ? number : 0;
	}

}
