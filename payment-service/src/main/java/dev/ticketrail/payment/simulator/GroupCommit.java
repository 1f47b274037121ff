package dev.ticketrail.payment.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Lets concurrent callers share one statement: while one runs, later callers queue, and
 * the first of them takes all the others along. A caller's question is always put after
 * it called.
 */
class GroupCommit<Q, A> {

	private final ReentrantLock turn = new ReentrantLock(true);

	private final Queue<Caller<Q, A>> queue = new ConcurrentLinkedQueue<>();

	private final Function<List<Q>, List<A>> statement;

	/**
	 * Creates one for a kind of statement.
	 * @param statement answers all questions at once, in their order
	 */
	GroupCommit(Function<List<Q>, List<A>> statement) {
		this.statement = statement;
	}

	A ask(Q question) {
		Caller<Q, A> caller = new Caller<>(question);
		this.queue.add(caller);
		this.turn.lock();
		try {
			if (caller.answer == null && caller.failure == null) {
				answerAll();
			}
			return caller.result();
		}
		finally {
			this.turn.unlock();
		}
	}

	/** How many callers wait for the statement that runs now. */
	int waiting() {
		return this.queue.size();
	}

	private void answerAll() {
		List<Caller<Q, A>> callers = new ArrayList<>();
		for (Caller<Q, A> caller = this.queue.poll(); caller != null; caller = this.queue.poll()) {
			callers.add(caller);
		}
		try {
			List<A> answers = this.statement.apply(callers.stream().map((caller) -> caller.question).toList());
			for (int i = 0; i < callers.size(); i++) {
				callers.get(i).answer = answers.get(i);
			}
		}
		catch (RuntimeException ex) {
			callers.forEach((caller) -> caller.failure = ex);
		}
	}

	/** Guarded by {@link #turn}. */
	private static final class Caller<Q, A> {

		private final Q question;

		private @Nullable A answer;

		private @Nullable RuntimeException failure;

		private Caller(Q question) {
			this.question = question;
		}

		private A result() {
			if (this.answer != null) {
				return this.answer;
			}
			throw (this.failure != null) ? this.failure : new IllegalStateException("No answer");
		}

	}

}
