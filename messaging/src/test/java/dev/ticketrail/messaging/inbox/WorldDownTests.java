package dev.ticketrail.messaging.inbox;

import java.sql.SQLException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class WorldDownTests {

	@ParameterizedTest
	@ValueSource(strings = { "08006", "57P01", "57P03", "53300", "40P01", "58030" })
	void stateThatTheMessageHasNoPartInIsAnOutage(String state) {
		assertThat(WorldDown.isCauseOf(new IllegalStateException(new SQLException("away", state)))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "22001", "42P01" })
	void stateThatTheMessageCausesIsNone(String state) {
		assertThat(WorldDown.isCauseOf(new IllegalStateException(new SQLException("bad", state)))).isFalse();
	}

	@Test
	void rollbackOnAConnectionThatThePoolHasGivenUpIsAnOutage() {
		assertThat(WorldDown.isCauseOf(new IllegalStateException(new SQLException("Connection is closed")))).isTrue();
	}

	@Test
	void missingConnectionsAndLostRacesAreOutages() {
		assertThat(Stream.of(new CannotCreateTransactionException("no connection"),
				new CannotAcquireLockException("deadlock"), new OutageException("gateway", new RuntimeException())))
			.allMatch(WorldDown::isCauseOf);
	}

	@Test
	void brokenRuleIsTheMessagesFault() {
		assertThat(WorldDown.isCauseOf(new DataIntegrityViolationException("check"))).isFalse();
	}

}
