package dev.ticketrail.messaging.outbox;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutboxBatchTests {

	@Test
	void rowWhoseAcknowledgementDoesNotComeIsKept() {
		List<OutboxRows.Row> forgotten = new ArrayList<>();
		OutboxRows rows = new OutboxRows(new JdbcTemplate()) {
			@Override
			void forget(Connection connection, List<Row> sent) {
				forgotten.addAll(sent);
			}
		};
		Duration soon = Duration.ofMillis(50);
		OutboxSettings settings = new OutboxSettings(500, soon, soon, soon, soon, soon, DataSize.ofMegabytes(1));
		OutboxBatch batch = new OutboxBatch((events) -> List.of(new CompletableFuture<>()), rows, settings,
				Instant::now, "test");
		OutboxRows.Row row = new OutboxRows.Row(1, UUID.randomUUID(), "ticket.opened", "key", "{}",
				"00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-01", Instant.now(), 0);
		assertThatExceptionOfType(BrokerUnavailableException.class).isThrownBy(() -> batch.send(null, List.of(row)));
		assertThat(forgotten).isEmpty();
	}

}
