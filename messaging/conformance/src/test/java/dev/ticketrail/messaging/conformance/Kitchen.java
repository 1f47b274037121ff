package dev.ticketrail.messaging.conformance;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;
import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service whose handler does what its event tells it. */
@SpringBootApplication
class Kitchen {

	final Map<String, Integer> attempts = new ConcurrentHashMap<>();

	final List<Event<Ticket>> served = new CopyOnWriteArrayList<>();

	final AtomicBoolean worldIsDown = new AtomicBoolean();

	/** What takes time is done when this is open. */
	final CountDownLatch done = new CountDownLatch(1);

	volatile Duration clockIsAhead = Duration.ZERO;

	@Bean
	InstantSource instantSource() {
		return () -> Instant.now().plus(this.clockIsAhead);
	}

	@Bean
	EventListener serveTicket(Inbox inbox, JdbcTemplate jdbc, Outbox outbox) {
		return inbox.each(Ticket.class, (event) -> serve(event.data(), jdbc, outbox));
	}

	@Bean
	EventListener collectServed(Inbox inbox) {
		return inbox.batch(Ticket.class, this.served::addAll);
	}

	private void serve(Ticket ticket, JdbcTemplate jdbc, Outbox outbox) {
		int attempt = this.attempts.merge(ticket.id(), 1, Integer::sum);
		jdbc.update("insert into effect (ticket_id) values (?)", ticket.id());
		outbox.append(Ticket.SERVED, ticket.id(), ticket);
		switch (ticket.behaviour()) {
			case SUCCEED -> {
			}
			case FAIL -> throw new IllegalStateException("the oven is cold");
			case FAIL_TWICE -> {
				if (attempt <= 2) {
					throw new IllegalStateException("not yet");
				}
			}
			case FAIL_FOR_GOOD -> throw new UnprocessableEventException("there is no such dish");
			case TAKE_TIME -> awaitDone();
			case WORLD_IS_DOWN -> {
				if (this.worldIsDown.get()) {
					throw new OutageException("gas supply", new IOException("no pressure"));
				}
			}
		}
	}

	private void awaitDone() {
		try {
			this.done.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
