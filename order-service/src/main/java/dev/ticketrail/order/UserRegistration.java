package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import dev.ticketrail.events.UserRegistered;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody known, and tells the others. */
@Service
public class UserRegistration {

	private final Users users;

	private final Outbox outbox;

	private final InstantSource clock;

	UserRegistration(Users users, Outbox outbox, InstantSource clock) {
		this.users = users;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Registers a new user, also where the name or the address is known already. */
	@Transactional
	public User register(String name, String email) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		User user = this.users.save(User.registered(name, email, now));
		this.outbox.append(UserRegistered.TYPE, user.id(), new UserRegistered(user.id(), name, email));
		return user;
	}

}
