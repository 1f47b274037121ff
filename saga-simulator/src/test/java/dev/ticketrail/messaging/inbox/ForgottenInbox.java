package dev.ticketrail.messaging.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import dev.ticketrail.simulator.memory.Database;

import org.springframework.context.annotation.Primary;

/** Planted: nobody looks whether an event was processed before. */
@Primary
public class ForgottenInbox extends MemoryProcessedEvents {

	ForgottenInbox(Database database) {
		super(database);
	}

	@Override
	Set<UUID> insert(String group, Collection<UUID> ids, Instant now) {
		Set<UUID> fresh = super.insert(group, ids, now);
		ids.stream().filter((id) -> !fresh.contains(id)).forEach((id) -> again(group, id));
		return Set.copyOf(ids);
	}

	@Override
	Set<UUID> known(String group, Collection<UUID> ids) {
		return Set.of();
	}

}
