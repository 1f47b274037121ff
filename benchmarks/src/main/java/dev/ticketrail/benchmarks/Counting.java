package dev.ticketrail.benchmarks;

import java.time.InstantSource;
import java.util.List;

import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A service with one consumer that does what every consumer of the shop does: the inbox
 * records the event, the handler writes a row and publishes an event.
 */
@SpringBootApplication
class Counting {

	static final String SENT = "bench.sent";

	static final String COUNTED = "bench.counted";

	private static final String INSERT = "insert into effect (event_id, number) select * from unnest(?::uuid[], ?::int[])";

	record Numbered(int number, String text) {
	}

	@Bean
	InstantSource instantSource() {
		return InstantSource.system();
	}

	@Bean
	EventListener countEvent(Inbox inbox, JdbcTemplate jdbc, Outbox outbox) {
		return inbox.batch(Numbered.class, (events) -> count(events, jdbc, outbox));
	}

	private static void count(List<Event<Numbered>> events, JdbcTemplate jdbc, Outbox outbox) {
		jdbc.update(INSERT, events.stream().map((event) -> event.id().toString()).toArray(String[]::new),
				events.stream().map((event) -> event.data().number()).toArray(Integer[]::new));
		events.forEach((event) -> outbox.append(COUNTED, "key-" + event.data().number(), event.data()));
	}

}
