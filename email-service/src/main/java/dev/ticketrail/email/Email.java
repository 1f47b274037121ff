package dev.ticketrail.email;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * One mail: {@code REQUESTED}, then {@code SENT} once the mail server has accepted it.
 * What became of it after that we do not know.
 */
@Entity
public class Email {

	@Id
	private String emailId;

	private @Nullable String orderId;

	private String recipient;

	private String subject;

	private String template;

	@Enumerated(EnumType.STRING)
	private Status status;

	private Instant requestedAt;

	private @Nullable Instant sentAt;

	@SuppressWarnings("NullAway.Init")
	protected Email() {
	}

	public String emailId() {
		return this.emailId;
	}

	public @Nullable String orderId() {
		return this.orderId;
	}

	public String recipient() {
		return this.recipient;
	}

	public String subject() {
		return this.subject;
	}

	public String template() {
		return this.template;
	}

	public Status status() {
		return this.status;
	}

	public Instant requestedAt() {
		return this.requestedAt;
	}

	public @Nullable Instant sentAt() {
		return this.sentAt;
	}

	/** How far a mail has come. */
	public enum Status {

		REQUESTED, SENT

	}

}
