package dev.ticketrail.analytics;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records events: into the log, and into the reports of the current generation. A batch
 * takes five statements, however large it is.
 */
@Component
public class Recording {

	private final Generations generations;

	private final EventLog log;

	private final Projection projection;

	private final InstantSource time;

	Recording(Generations generations, EventLog log, Projection projection, InstantSource time) {
		this.generations = generations;
		this.log = log;
		this.projection = projection;
		this.time = time;
	}

	/** Records those of the events that the log does not have yet. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Collection<LoggedEvent> events) {
		int generation = this.generations.current();
		List<LoggedEvent> added = this.log.add(events, this.time.instant());
		this.projection.project(generation, added);
	}

}
