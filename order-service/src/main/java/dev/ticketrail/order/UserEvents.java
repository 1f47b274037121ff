package dev.ticketrail.order;

import dev.ticketrail.events.UserRegistered;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.stereotype.Component;

/** Where a user becomes an event. */
@Component
class UserEvents {

	private final Outbox outbox;

	UserEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	void registered(User user) {
		this.outbox.append(UserRegistered.TYPE, user.id(), new UserRegistered(user.id(), user.name(), user.email()));
	}

}
