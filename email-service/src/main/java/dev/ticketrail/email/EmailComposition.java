package dev.ticketrail.email;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.ticketrail.messaging.inbox.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Writes the mails that a batch of events asks for, and puts each into the work queue.
 * One event makes one mail, also when it comes again after the inbox has forgotten it:
 * the mail's id is made from the event's. Nothing is sent from here.
 */
@Component
class EmailComposition {

	private final Emails emails;

	private final EmailEvents events;

	private final InstantSource clock;

	EmailComposition(Emails emails, EmailEvents events, InstantSource clock) {
		this.emails = emails;
		this.events = events;
		this.clock = clock;
	}

	<T> void compose(List<Event<T>> batch, Function<T, Letter> writer) {
		Map<String, Letter> letters = new LinkedHashMap<>();
		batch.forEach((event) -> letters.put("EML-" + event.id(), writer.apply(event.data())));
		Set<String> added = Set.copyOf(this.emails.addAll(letters.keySet().toArray(String[]::new),
				column(letters, Letter::orderId), column(letters, Letter::to), column(letters, Letter::subject),
				column(letters, (letter) -> letter.template().fileName()), this.clock.instant()));
		letters.forEach((emailId, letter) -> {
			if (added.contains(emailId)) {
				this.events.requested(emailId, letter);
			}
		});
	}

	private static String[] column(Map<String, Letter> letters, Function<Letter, @Nullable String> value) {
		return letters.values().stream().map(value).toArray(String[]::new);
	}

}
