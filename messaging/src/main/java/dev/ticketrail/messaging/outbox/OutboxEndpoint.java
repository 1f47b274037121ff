package dev.ticketrail.messaging.outbox;

import java.time.InstantSource;
import java.util.List;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code GET /actuator/outbox}: what is committed and not yet with the broker. */
@Endpoint(id = "outbox")
class OutboxEndpoint {

	private final OutboxRows rows;

	private final InstantSource time;

	OutboxEndpoint(OutboxRows rows, InstantSource time) {
		this.rows = rows;
		this.time = time;
	}

	@ReadOperation
	OutboxReport outbox() {
		return new OutboxReport(this.rows.count(), this.rows.age(this.time.instant()).toMillis() / 1000.0,
				this.rows.parked());
	}

	record OutboxReport(long pending, double oldestAgeSeconds, List<OutboxRows.ParkedRow> parked) {
	}

}
