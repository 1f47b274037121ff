package dev.ticketrail.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who ordered, as they were called when they ordered. */
@Embeddable
public record Buyer(@Column(name = "user_id", updatable = false) String userId,
		@Column(name = "customer_name", updatable = false) String name,
		@Column(name = "customer_email", updatable = false) String email) {

}
