package dev.ticketrail.messaging.inbox;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.messaging.Message;

/**
 * The function bean behind an inbound binding: Spring Cloud Stream hands it batches of
 * raw messages. Made by {@link Inbox}, never implemented by a service.
 */
public interface EventListener extends Consumer<Message<List<byte[]>>> {

}
