package dev.ticketrail.messaging.inbox;

import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps {@code processed_event} from growing for ever. A message that comes back after
 * that is caught by the business keys of the services.
 */
class InboxCleaner {

	private static final Logger log = LoggerFactory.getLogger(InboxCleaner.class);

	private final ProcessedEvents processed;

	private final InboxSettings settings;

	private final InstantSource time;

	InboxCleaner(ProcessedEvents processed, InboxSettings settings, InstantSource time) {
		this.processed = processed;
		this.settings = settings;
		this.time = time;
	}

	@Scheduled(initialDelayString = "${ticketrail.inbox.clean-delay:10m}",
			fixedDelayString = "${ticketrail.inbox.clean-delay:10m}")
	void clean() {
		long deleted = this.processed.deleteBefore(this.time.instant().minus(this.settings.retention()));
		if (deleted > 0) {
			log.info("Forgot {} processed events older than {}", deleted, this.settings.retention());
		}
	}

}
