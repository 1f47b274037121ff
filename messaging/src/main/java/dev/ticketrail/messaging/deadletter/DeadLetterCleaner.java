package dev.ticketrail.messaging.deadletter;

import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;

/** Keeps {@code dead_letter} from growing for ever with what is settled. */
class DeadLetterCleaner {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterCleaner.class);

	private final DeadLetterRows rows;

	private final DeadLetterSettings settings;

	private final InstantSource time;

	DeadLetterCleaner(DeadLetterRows rows, DeadLetterSettings settings, InstantSource time) {
		this.rows = rows;
		this.settings = settings;
		this.time = time;
	}

	@Scheduled(initialDelayString = "${ticketrail.dead-letters.clean-delay:1h}",
			fixedDelayString = "${ticketrail.dead-letters.clean-delay:1h}")
	void clean() {
		int deleted = this.rows.deleteSettledBefore(this.time.instant().minus(this.settings.retention()));
		if (deleted > 0) {
			log.info("Forgot {} dead letters that were settled and older than {}", deleted, this.settings.retention());
		}
	}

}
