package dev.ticketrail.peers;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A charge. */
@Entity
@Table(schema = "gateway", name = "charge")
public class PaymentRow {

	@Id
	public String orderId;

	public String chargeId;

	public BigDecimal amount;

	public String status;

	public Instant paidAt;

}
