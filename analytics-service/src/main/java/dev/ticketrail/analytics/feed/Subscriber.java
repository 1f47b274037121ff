package dev.ticketrail.analytics.feed;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.ticketrail.analytics.EventLog;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One who watches the feed. A thread of its own sends, so that a slow one holds up nobody
 * else; what it cannot keep up with is left out.
 */
final class Subscriber {

	private static final int KEEP_ALIVE_SECONDS = 15;

	private final BlockingQueue<EventLog.Entry> waiting = new ArrayBlockingQueue<>(1000);

	private final SseEmitter emitter = new SseEmitter(0L);

	private volatile boolean open = true;

	Subscriber(Runnable onEnd) {
		this.emitter.onCompletion(() -> {
			this.open = false;
			onEnd.run();
		});
		this.emitter.onError((ex) -> this.open = false);
	}

	SseEmitter emitter() {
		return this.emitter;
	}

	void offer(EventLog.Entry entry) {
		this.waiting.offer(entry);
	}

	void start() {
		Thread.ofVirtual().name("feed-subscriber").start(this::send);
	}

	private void send() {
		try {
			while (this.open) {
				EventLog.Entry entry = this.waiting.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
				this.emitter.send((entry != null) ? event(entry) : SseEmitter.event().comment("still here"));
			}
		}
		catch (IOException | IllegalStateException ex) {
			this.emitter.completeWithError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static SseEmitter.SseEventBuilder event(EventLog.Entry entry) {
		return SseEmitter.event()
			.id(String.valueOf(entry.position()))
			.data(Sighting.of(entry), MediaType.APPLICATION_JSON);
	}

	void end() {
		this.open = false;
		this.emitter.complete();
	}

}
