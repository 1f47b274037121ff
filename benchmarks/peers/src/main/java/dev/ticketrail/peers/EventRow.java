package dev.ticketrail.peers;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event that was seen. */
@Entity
@Table(name = "event_log")
public class EventRow {

	@Id
	public String eventId;

	public String eventType;

	public String orderId;

	public Instant receivedAt;

	@Column(length = 4000)
	public String data;

}
