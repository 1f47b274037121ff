package dev.ticketrail.messaging.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Waits while the world is down: nothing is counted as an attempt, the backlog stays in
 * the broker, and health says why.
 */
public class Outages implements ApplicationListener<ContextClosedEvent> {

	private static final Logger log = LoggerFactory.getLogger(Outages.class);

	/** Shorter than a listener that stops waits for the message in hand. */
	private static final Duration BREATH = Duration.ofSeconds(3);

	private final InboxSettings settings;

	private final Map<String, String> waiting = new ConcurrentHashMap<>();

	private final CountDownLatch stopping = new CountDownLatch(1);

	Outages(InboxSettings settings) {
		this.settings = settings;
	}

	/** The outage that a failure comes from, if it comes from one. */
	public static Optional<OutageException> behind(Throwable failure) {
		return WorldDown.isCauseOf(failure) ? Optional.of(WorldDown.describe(failure)) : Optional.empty();
	}

	/** Who waits now, and what for. */
	public Map<String, String> waiting() {
		return new TreeMap<>(this.waiting);
	}

	/**
	 * Does something, again and again while the world is down.
	 * @param who is waiting, for health and log
	 * @param patience the longest time to wait
	 * @throws OutageException if the world is still down when patience is over or the
	 * service stops; the message has to stay with the broker
	 */
	public void ride(String who, Duration patience, Runnable action) {
		long begin = System.nanoTime();
		Duration pause = this.settings.outagePause();
		try {
			while (true) {
				try {
					action.run();
					return;
				}
				catch (RuntimeException ex) {
					if (!WorldDown.isCauseOf(ex)) {
						throw ex;
					}
					OutageException outage = WorldDown.describe(ex);
					report(who, outage);
					pause(pause, outage);
					if (System.nanoTime() - begin > patience.toNanos()) {
						throw outage;
					}
					pause = longer(pause);
				}
			}
		}
		finally {
			if (this.waiting.remove(who) != null) {
				log.info("{} waits no more", who);
			}
		}
	}

	private void report(String who, OutageException outage) {
		String reason = String.valueOf(outage.getMessage());
		if (!reason.equals(this.waiting.put(who, reason))) {
			log.warn("{} waits: {} ({})", who, reason, String.valueOf(outage.getCause()));
		}
	}

	private Duration longer(Duration pause) {
		Duration doubled = pause.multipliedBy(2);
		return (doubled.compareTo(this.settings.outagePauseMaximum()) < 0) ? doubled
				: this.settings.outagePauseMaximum();
	}

	/**
	 * Pauses between two attempts.
	 * @throws OutageException if the service stops meanwhile: no attempt is made in a
	 * hurry, the message has to stay with the broker
	 */
	void pause(Duration pause) {
		pause(pause, new OutageException("the stopping service", new IllegalStateException("it stops")));
	}

	private void pause(Duration pause, OutageException reason) {
		if (stopsWithin(pause)) {
			breathe();
			throw reason;
		}
	}

	private boolean stopsWithin(Duration pause) {
		try {
			return this.stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/**
	 * A message that is returned comes back at once until its listener has stopped, and
	 * RabbitMQ gives up one that it has delivered too often.
	 */
	private static void breathe() {
		try {
			Thread.sleep(BREATH);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.stopping.countDown();
	}

}
