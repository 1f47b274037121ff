package dev.ticketrail.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.Outages;
import dev.ticketrail.messaging.inbox.Replay;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an operator can do about a dead letter. A redrive keeps the event's id, reaches
 * only the group that failed, and happens in one transaction with the new status: however
 * many ask for it at once, it has one effect.
 */
class DeadLetters {

	private final DeadLetterRows rows;

	private final Replay replay;

	private final TransactionTemplate transaction;

	private final InstantSource time;

	DeadLetters(DeadLetterRows rows, Replay replay, TransactionTemplate transaction, InstantSource time) {
		this.rows = rows;
		this.replay = replay;
		this.transaction = transaction;
		this.time = time;
	}

	/**
	 * Processes a letter again.
	 * @param corrected replaces the payload for this attempt; the original stays on
	 * record
	 * @throws DeadLetterNotFoundException if there is none
	 * @throws NotParkedException if it was redriven or discarded before
	 * @throws RedriveFailedException if it fails again; it stays parked
	 * @throws OutageException if the world is down; that counts as no attempt
	 */
	void redrive(UUID id, @Nullable String corrected) {
		byte[] correction = (corrected != null) ? corrected.getBytes(StandardCharsets.UTF_8) : null;
		try {
			this.transaction.executeWithoutResult((status) -> {
				DeadLetter letter = lockParked(id);
				this.replay.process(new Subscription(letter.topic(), letter.group()), delivery(letter, correction));
				this.rows.changeStatus(id, DeadLetter.Status.REDRIVEN);
				this.rows.addAttempt(id, this.time.instant(), "redrive", "processed", correction);
			});
		}
		catch (DeadLetterNotFoundException | NotParkedException ex) {
			throw ex;
		}
		catch (RuntimeException | LinkageError | StackOverflowError | AssertionError ex) {
			Outages.behind(ex).ifPresent((outage) -> {
				throw outage;
			});
			String reason = Reason.of(ex);
			this.transaction.executeWithoutResult((status) -> {
				this.rows.failedAgain(id, reason, this.time.instant());
				this.rows.addAttempt(id, this.time.instant(), "redrive", reason, correction);
			});
			throw new RedriveFailedException(reason);
		}
	}

	/** Gives a letter up; it stays on record. */
	void discard(UUID id) {
		this.transaction.executeWithoutResult((status) -> {
			lockParked(id);
			this.rows.changeStatus(id, DeadLetter.Status.DISCARDED);
			this.rows.addAttempt(id, this.time.instant(), "discard", "discarded", null);
		});
	}

	private DeadLetter lockParked(UUID id) {
		DeadLetter letter = this.rows.lock(id).orElseThrow(() -> new DeadLetterNotFoundException(id));
		if (letter.status() != DeadLetter.Status.PARKED) {
			throw new NotParkedException(letter.status());
		}
		return letter;
	}

	private static Delivery delivery(DeadLetter letter, byte @Nullable [] correction) {
		Map<String, String> headers = new HashMap<>();
		if (letter.source() != null) {
			headers.put(Wire.SOURCE, letter.source());
		}
		if (letter.traceparent() != null) {
			headers.put(Wire.TRACEPARENT, letter.traceparent());
		}
		if (correction != null && letter.eventId() != null && !letter.eventId().toString().equals(idOf(correction))) {
			throw new UnprocessableEventException(
					"a corrected payload must keep the eventId " + letter.eventId() + " of the original");
		}
		return new Delivery(letter.topic(), letter.key(), headers,
				(correction != null) ? correction : letter.payload());
	}

	private static @Nullable String idOf(byte[] payload) {
		try {
			JsonNode id = Wire.JSON.readTree(payload).get(Wire.EVENT_ID);
			return (id != null && id.isString()) ? id.stringValue() : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	static final class DeadLetterNotFoundException extends RuntimeException {

		DeadLetterNotFoundException(UUID id) {
			super("There is no dead letter " + id);
		}

	}

	static final class NotParkedException extends RuntimeException {

		NotParkedException(DeadLetter.Status status) {
			super("Only a PARKED dead letter can be redriven or discarded; this one is " + status);
		}

	}

	static final class RedriveFailedException extends RuntimeException {

		RedriveFailedException(String reason) {
			super(reason);
		}

	}

}
