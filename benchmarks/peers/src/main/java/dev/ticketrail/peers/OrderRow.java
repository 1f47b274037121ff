package dev.ticketrail.peers;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order. */
@Entity
@Table(name = "orders")
public class OrderRow {

	@Id
	public String id;

	public String userId;

	public String customerName;

	public String customerEmail;

	@Column(length = 2000)
	public String lines;

	public BigDecimal total;

	public String street;

	public String city;

	public String postcode;

	public Instant placedAt;

	public String status;

	public boolean paid;

	public boolean reserved;

}
