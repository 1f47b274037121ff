package dev.ticketrail.messaging.deadletter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import dev.ticketrail.messaging.inbox.OutageException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** {@code /actuator/deadletters}: inspect, correct, redrive, discard. */
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {

	private static final int LARGEST_PAGE = 1_000;

	private final DeadLetterRows rows;

	private final DeadLetters deadLetters;

	DeadLettersEndpoint(DeadLetterRows rows, DeadLetters deadLetters) {
		this.rows = rows;
		this.deadLetters = deadLetters;
	}

	@ReadOperation
	WebEndpointResponse<Object> list(@Nullable String status, @Nullable String topic, @Nullable Integer page,
			@Nullable Integer size) {
		return answer(() -> {
			DeadLetter.Status wanted = status(status);
			int pageSize = between("size", (size != null) ? size : 50, 1, LARGEST_PAGE);
			int pageNumber = between("page", (page != null) ? page : 0, 0, Integer.MAX_VALUE);
			String wantedTopic = textOrNull(topic);
			List<DeadLetterView> letters = this.rows.find(wanted, wantedTopic, pageNumber, pageSize)
				.stream()
				.map((letter) -> DeadLetterView.of(letter, null))
				.toList();
			return Map.of("total", this.rows.count(wanted, wantedTopic), "deadLetters", letters);
		});
	}

	@ReadOperation
	WebEndpointResponse<Object> show(@Selector String id) {
		return answer(() -> view(uuid(id)));
	}

	@WriteOperation
	WebEndpointResponse<Object> redrive(@Selector String id, String action, @Nullable String payload) {
		return answer(() -> {
			if (!action.equals("redrive")) {
				throw new IllegalArgumentException("action must be redrive");
			}
			this.deadLetters.redrive(uuid(id), payload);
			return view(uuid(id));
		});
	}

	@WriteOperation
	WebEndpointResponse<Object> redriveAll(String action, @Nullable String topic) {
		return answer(() -> {
			if (!action.equals("redrive-all")) {
				throw new IllegalArgumentException("action must be redrive-all");
			}
			if (topic != null && topic.isBlank()) {
				throw new IllegalArgumentException("topic must be a topic; leave it out to redrive all");
			}
			int redriven = 0;
			int failed = 0;
			List<UUID> ids = this.rows.parkedIds(topic);
			for (UUID id : ids) {
				try {
					this.deadLetters.redrive(id, null);
					redriven++;
				}
				catch (DeadLetters.RedriveFailedException ex) {
					failed++;
				}
				catch (OutageException ex) {
					// The next one would only wait for the same.
					return Map.of("redriven", redriven, "failed", ids.size() - redriven);
				}
				catch (DeadLetters.NotParkedException ex) {
					// Somebody else was faster: nothing to do, and nothing failed.
				}
			}
			return Map.of("redriven", redriven, "failed", failed);
		});
	}

	@DeleteOperation
	WebEndpointResponse<Object> discard(@Selector String id) {
		return answer(() -> {
			this.deadLetters.discard(uuid(id));
			return view(uuid(id));
		});
	}

	private DeadLetterView view(UUID id) {
		DeadLetter letter = this.rows.find(id).orElseThrow(() -> new DeadLetters.DeadLetterNotFoundException(id));
		return DeadLetterView.of(letter, this.rows.attempts(id));
	}

	private static WebEndpointResponse<Object> answer(Supplier<Object> action) {
		try {
			return new WebEndpointResponse<>(action.get(), HttpStatus.OK.value());
		}
		catch (IllegalArgumentException ex) {
			return problem(HttpStatus.BAD_REQUEST, ex);
		}
		catch (DeadLetters.DeadLetterNotFoundException ex) {
			return problem(HttpStatus.NOT_FOUND, ex);
		}
		catch (DeadLetters.NotParkedException ex) {
			return problem(HttpStatus.CONFLICT, ex);
		}
		catch (DeadLetters.RedriveFailedException ex) {
			return problem(HttpStatus.UNPROCESSABLE_CONTENT, ex);
		}
		catch (OutageException ex) {
			return problem(HttpStatus.SERVICE_UNAVAILABLE, ex);
		}
	}

	static WebEndpointResponse<Object> problem(HttpStatus status, RuntimeException ex) {
		return new WebEndpointResponse<>(ProblemDetail.forStatusAndDetail(status, String.valueOf(ex.getMessage())),
				status.value(), MediaType.APPLICATION_PROBLEM_JSON);
	}

	private static DeadLetter.@Nullable Status status(@Nullable String text) {
		String wanted = textOrNull(text);
		if (wanted == null) {
			return DeadLetter.Status.PARKED;
		}
		if (wanted.equalsIgnoreCase("ALL")) {
			return null;
		}
		try {
			return DeadLetter.Status.valueOf(wanted.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("status must be PARKED, REDRIVEN, DISCARDED or ALL");
		}
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	private static int between(String name, int value, int least, int most) {
		if (value < least || value > most) {
			throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
		}
		return value;
	}

	private static UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("A dead letter's id is a UUID");
		}
	}

}
