package dev.ticketrail.analytics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which generation of the reports is the current one. All methods hold a lock until their
 * transaction ends: who records shares it, who changes the generation has it alone.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Generations {

	private final JdbcClient jdbc;

	Generations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The current generation, which stays the current one until the transaction ends. */
	int current() {
		return this.jdbc.sql("select generation from current_generation for share").query(Integer.class).single();
	}

	/**
	 * Waits for all who are recording, and makes all others wait. A lock of the table and
	 * not of its row, because waiters for a table are served in their order: a steady
	 * stream of sharers cannot starve us.
	 */
	public void holdRecording() {
		this.jdbc.sql("lock table current_generation in exclusive mode").update();
	}

	/** Makes another generation the current one. Recording must be on hold. */
	public void change(int generation) {
		this.jdbc.sql("update current_generation set generation = ?").param(generation).update();
	}

}
