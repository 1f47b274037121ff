package dev.ticketrail.payment.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class GroupCommitTests {

	private final List<List<Integer>> statements = Collections.synchronizedList(new ArrayList<>());

	@Test
	void callersThatComeDuringAStatementShareTheNext() throws Exception {
		Semaphore database = new Semaphore(0);
		GroupCommit<Integer, Integer> squares = new GroupCommit<>((numbers) -> {
			this.statements.add(numbers);
			database.acquireUninterruptibly();
			return numbers.stream().map((number) -> number * number).toList();
		});
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Integer> first = threads.submit(() -> squares.ask(1));
			await().until(() -> this.statements.size() == 1);
			Future<Integer> second = threads.submit(() -> squares.ask(2));
			Future<Integer> third = threads.submit(() -> squares.ask(3));
			await().until(() -> squares.waiting() == 2);
			database.release(2);
			assertThat(List.of(first.get(), second.get(), third.get())).containsExactly(1, 4, 9);
		}
		assertThat(this.statements).hasSize(2);
		assertThat(this.statements.getLast()).containsExactlyInAnyOrder(2, 3);
	}

	@Test
	void failureReachesWhoAskedAndNobodyElse() {
		GroupCommit<Integer, Integer> picky = new GroupCommit<>((numbers) -> {
			if (numbers.contains(13)) {
				throw new IllegalStateException("13");
			}
			return numbers;
		});
		assertThatIllegalStateException().isThrownBy(() -> picky.ask(13)).withMessage("13");
		assertThat(picky.ask(14)).isEqualTo(14);
	}

}
