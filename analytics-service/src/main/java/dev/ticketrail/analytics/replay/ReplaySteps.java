package dev.ticketrail.analytics.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.ticketrail.analytics.EventLog;
import dev.ticketrail.analytics.Generations;
import dev.ticketrail.analytics.LoggedEvent;
import dev.ticketrail.analytics.Projection;
import dev.ticketrail.analytics.Recording;
import dev.ticketrail.messaging.broker.Delivery;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a replay, each of them one transaction. */
@Component
@Transactional
class ReplaySteps {

	private final ReplayRuns runs;

	private final Recording recording;

	private final EventLog log;

	private final Projection projection;

	private final Generations generations;

	ReplaySteps(ReplayRuns runs, Recording recording, EventLog log, Projection projection, Generations generations) {
		this.runs = runs;
		this.recording = recording;
		this.log = log;
		this.projection = projection;
		this.generations = generations;
	}

	/**
	 * Counts a batch of what the broker retains.
	 * <p>
	 * An event that the log does not have yet is recorded first, as its listener would
	 * do: when it reaches the listener later, perhaps after the new generation has become
	 * the current one, it is known and not counted again.
	 * @return how many were counted; one that is in its topic twice is counted once
	 */
	int count(int generation, List<Delivery> deliveries) {
		Map<UUID, LoggedEvent> events = new LinkedHashMap<>();
		for (Delivery delivery : deliveries) {
			Retained.event(delivery).ifPresent((event) -> events.putIfAbsent(event.id(), event));
		}
		List<LoggedEvent> missing = this.log.missing(events.values());
		if (!missing.isEmpty()) {
			this.recording.record(missing);
		}
		Set<UUID> uncounted = this.runs.mark(generation, events.keySet());
		events.keySet().retainAll(uncounted);
		this.projection.project(generation, events.values());
		this.runs.beat(generation, events.size());
		return events.size();
	}

	/**
	 * The log's last position at a moment when nobody records: later, nothing appears at
	 * or before it.
	 */
	long lastPosition() {
		this.generations.holdRecording();
		return this.log.lastPosition();
	}

	/**
	 * Counts a page of what the log has and the broker no longer retained.
	 * @return the page's end; the last position where there is no more
	 */
	Page countLogged(int generation, long after, long last, int limit) {
		List<EventLog.Entry> entries = this.log.uncounted(generation, after, last, limit);
		this.projection.project(generation, entries.stream().map(EventLog.Entry::event).toList());
		this.runs.beat(generation, entries.size());
		return new Page(entries.size(), (entries.size() < limit) ? last : entries.getLast().position());
	}

	/**
	 * Counts what was recorded since, and makes the generation the current one, while
	 * nobody records.
	 * @param after the position up to which the log has been counted
	 */
	long change(int generation, long after, int limit) {
		this.generations.holdRecording();
		long last = this.log.lastPosition();
		long events = 0;
		long position = after;
		while (position < last) {
			Page page = countLogged(generation, position, last, limit);
			events += page.events();
			position = page.position();
		}
		this.runs.beat(generation, 0);
		this.generations.change(generation);
		this.runs.done(generation);
		return events;
	}

	record Page(int events, long position) {

	}

}
