package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody known, and tells the others. */
@Service
public class UserRegistration {

	private final Users users;

	private final UserEvents events;

	private final InstantSource clock;

	UserRegistration(Users users, UserEvents events, InstantSource clock) {
		this.users = users;
		this.events = events;
		this.clock = clock;
	}

	/** Registers a new user, also where the name or the address is known already. */
	@Transactional
	public User register(String name, String email) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		User user = this.users.save(User.registered(name, email, now));
		this.events.registered(user);
		return user;
	}

}
