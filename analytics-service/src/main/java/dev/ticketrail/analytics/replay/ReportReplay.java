package dev.ticketrail.analytics.replay;

import dev.ticketrail.analytics.Topic;
import dev.ticketrail.messaging.broker.TopicHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Rebuilds the reports from the first event that the broker retains, while recording goes
 * on: reads the topics' history into a new generation of the reports, adds what only the
 * log knows, and makes the new generation the current one.
 * <p>
 * Promised: the figures afterwards are those of all recorded events, each counted once,
 * also of those that arrive meanwhile; one replay at a time, whichever instance runs it;
 * one that fails leaves the reports as they were. Not promised: to survive a restart of
 * the instance that runs it. Another can then be started once the lease is over.
 */
@Component
public class ReportReplay {

	private static final Logger log = LoggerFactory.getLogger(ReportReplay.class);

	private final TopicHistory history;

	private final ReplayRuns runs;

	private final ReplaySteps steps;

	private final ReplaySettings settings;

	ReportReplay(TopicHistory history, ReplayRuns runs, ReplaySteps steps, ReplaySettings settings) {
		this.history = history;
		this.runs = runs;
		this.steps = steps;
		this.settings = settings;
	}

	/**
	 * Replays, and returns when the new reports are in use.
	 * @throws ReplayRefusedException if the broker retains nothing, or a replay is
	 * running
	 * @throws ReplayFailedException if it cannot be finished
	 */
	public Result run() {
		this.history.unavailable().ifPresent((reason) -> {
			throw new ReplayRefusedException(reason);
		});
		int generation = this.runs.begin(this.settings.lease())
			.orElseThrow(() -> new ReplayRefusedException(
					"A replay is running: wait for its end, GET /replay shows how far it is."));
		long begin = System.nanoTime();
		try {
			long events = replay(generation);
			long millis = (System.nanoTime() - begin) / 1_000_000;
			log.info("Replayed {} events into generation {} of the reports in {} ms", events, generation, millis);
			return new Result(generation, events, millis);
		}
		catch (RuntimeException ex) {
			log.error("The replay into generation {} of the reports failed", generation, ex);
			this.runs.failed(generation, String.valueOf(ex.getMessage()));
			throw (ex instanceof ReplayFailedException failure) ? failure
					: new ReplayFailedException("The replay failed", ex);
		}
		finally {
			this.runs.sweep();
		}
	}

	private long replay(int generation) {
		long[] events = new long[1];
		this.history.read(Topic.names(), this.settings.batchSize(), (deliveries) -> {
			events[0] += this.steps.count(generation, deliveries);
		});
		long last = this.steps.lastPosition();
		long position = 0;
		while (position < last) {
			ReplaySteps.Page page = this.steps.countLogged(generation, position, last, this.settings.batchSize());
			events[0] += page.events();
			position = page.position();
		}
		return events[0] + this.steps.change(generation, last, this.settings.batchSize());
	}

	/**
	 * What a replay did.
	 *
	 * @param generation the generation of the reports that is in use now
	 * @param events the events counted in it
	 * @param millis how long it took
	 */
	public record Result(int generation, long events, long millis) {

	}

}
