package dev.ticketrail.order;

import java.time.Instant;

import dev.ticketrail.messaging.TimeOrderedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who registered, or a guest who ordered without. There is no login, so an
 * e-mail address names nobody: the same one can belong to many users.
 */
@Entity
@Table(name = "users")
public class User {

	@Id
	private String id;

	/** Tells Spring Data that a user is new: it is inserted without looking. */
	@Version
	private @Nullable Integer version;

	private String name;

	private String email;

	private @Nullable Instant registeredAt;

	@SuppressWarnings("NullAway.Init")
	protected User() {
	}

	@SuppressWarnings("NullAway.Init")
	private User(Instant now, String name, String email, @Nullable Instant registeredAt) {
		this.id = "USR-" + TimeOrderedId.at(now);
		this.name = name;
		this.email = email;
		this.registeredAt = registeredAt;
	}

	static User registered(String name, String email, Instant now) {
		return new User(now, name, email, now);
	}

	static User guest(String name, String email, Instant now) {
		return new User(now, name, email, null);
	}

	public String id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public String email() {
		return this.email;
	}

	/** Absent for a guest. */
	public @Nullable Instant registeredAt() {
		return this.registeredAt;
	}

}
