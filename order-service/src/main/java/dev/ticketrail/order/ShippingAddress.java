package dev.ticketrail.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where the parcel goes. */
@Embeddable
public record ShippingAddress(@Column(updatable = false) String street, @Column(updatable = false) String city,
		@Column(updatable = false) String postcode) {

}
