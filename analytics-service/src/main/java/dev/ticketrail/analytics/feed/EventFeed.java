package dev.ticketrail.analytics.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import dev.ticketrail.analytics.EventLog;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Shows what is recorded to whoever watches, by any instance. It looks at the newest
 * entries of the log a few times a second while somebody watches.
 * <p>
 * For eyes, not for programs: when more is recorded than fits in a look, the feed leaves
 * events out. Who must not miss any subscribes to the topics.
 */
@Component
public class EventFeed implements SmartLifecycle {

	private static final int LOOK = 200;

	private static final int WELCOME = 50;

	private final EventLog log;

	private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

	private Set<Long> seen = Set.of();

	private volatile boolean running;

	EventFeed(EventLog log) {
		this.log = log;
	}

	/** A stream of events that begins with the latest ones. */
	public synchronized SseEmitter subscribe() {
		if (this.subscribers.isEmpty()) {
			this.seen = positions(this.log.newest(LOOK));
		}
		Subscriber[] subscriber = new Subscriber[1];
		subscriber[0] = new Subscriber(() -> this.subscribers.remove(subscriber[0]));
		this.log.newest(WELCOME).reversed().forEach(subscriber[0]::offer);
		this.subscribers.add(subscriber[0]);
		subscriber[0].start();
		return subscriber[0].emitter();
	}

	/*
	 * Compares with what was seen instead of asking for higher positions: an entry with a
	 * lower position can appear after one with a higher.
	 */
	@Scheduled(fixedDelay = 250)
	synchronized void look() {
		if (this.subscribers.isEmpty() || !this.running) {
			return;
		}
		List<EventLog.Entry> newest;
		try {
			newest = this.log.newest(LOOK);
		}
		catch (DataAccessException | TransactionException ex) {
			return; // health reports the database; the next look shows what was missed
		}
		for (EventLog.Entry entry : newest.reversed()) {
			if (!this.seen.contains(entry.position())) {
				this.subscribers.forEach((subscriber) -> subscriber.offer(entry));
			}
		}
		this.seen = positions(newest);
	}

	private static Set<Long> positions(List<EventLog.Entry> entries) {
		return entries.stream().map(EventLog.Entry::position).collect(Collectors.toCollection(HashSet::new));
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Ends the streams first, or they would hold up the web server's graceful stop. */
	@Override
	public void stop() {
		this.running = false;
		this.subscribers.forEach(Subscriber::end);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
