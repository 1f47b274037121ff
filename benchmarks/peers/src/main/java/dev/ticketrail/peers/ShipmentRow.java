package dev.ticketrail.peers;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A parcel. */
@Entity
@Table(name = "shipment")
public class ShipmentRow {

	@Id
	public String orderId;

	public String shipmentId;

	public String status;

	public Instant shippedAt;

}
