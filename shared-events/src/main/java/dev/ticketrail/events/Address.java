package dev.ticketrail.events;

/** Where a parcel goes. */
public record Address(String street, String city, String postcode) {

	public Address {
		Require.text(street, "shippingAddress.street");
		Require.text(city, "shippingAddress.city");
		Require.text(postcode, "shippingAddress.postcode");
	}

}
