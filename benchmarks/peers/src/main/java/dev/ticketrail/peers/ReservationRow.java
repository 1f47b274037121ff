package dev.ticketrail.peers;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an order holds of the stock. */
@Entity
@Table(name = "reservation")
public class ReservationRow {

	@Id
	public String orderId;

	@Column(length = 2000)
	public String lines;

	public String status;

	public Instant changedAt;

}
