package dev.ticketrail.messaging.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as an operator sees it.
 *
 * @param payload the text as received, or base64 where it is not UTF-8
 * @param payloadEncoding {@code base64}, or absent
 * @param history what was done about it; absent in lists
 */
record DeadLetterView(UUID id, String topic, String group, @Nullable UUID eventId, @Nullable String eventType,
		@Nullable String key, @Nullable String payload,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payloadEncoding, String reason, int attempts,
		Instant firstFailedAt, Instant lastFailedAt, DeadLetter.Status status,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DeadLetter.Attempt> history) {

	static DeadLetterView of(DeadLetter letter, @Nullable List<DeadLetter.Attempt> history) {
		byte[] payload = letter.payload();
		String text = null;
		String encoding = null;
		if (payload != null) {
			text = utf8(payload);
			if (text == null) {
				text = Base64.getEncoder().encodeToString(payload);
				encoding = "base64";
			}
		}
		return new DeadLetterView(letter.id(), letter.topic(), letter.group(), letter.eventId(), letter.eventType(),
				letter.key(), text, encoding, letter.reason(), letter.attempts(), letter.firstFailedAt(),
				letter.lastFailedAt(), letter.status(), history);
	}

	private static @Nullable String utf8(byte[] payload) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
