package dev.ticketrail.peers;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A mail. */
@Entity
@Table(name = "email")
public class EmailRow {

	@Id
	public String id;

	public String orderId;

	public String template;

	public String status;

	public Instant sentAt;

}
