package dev.ticketrail.events;

/** Published by order-service. Key: the user's id. */
public record UserRegistered(String userId, String name, String email) implements ShopEvent {

	public static final String TYPE = "user.registered";

	public UserRegistered {
		Require.text(userId, "userId");
		Require.text(name, "name");
		Require.text(email, "email");
	}

}
