package dev.ticketrail.events;

/** Who ordered, as far as the others need it. */
public record Customer(String name, String email) {

	public Customer {
		Require.text(name, "customer.name");
		Require.text(email, "customer.email");
	}

}
