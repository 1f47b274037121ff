package dev.ticketrail.peers.namastack;

import dev.ticketrail.peers.twin.Outgoing;
import dev.ticketrail.peers.twin.Publisher;
import dev.ticketrail.peers.twin.Wire;
import io.namastack.outbox.Outbox;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("namastack | namastack-tuned")
class OutboxTable implements Publisher {

	private final Outbox outbox;

	OutboxTable(Outbox outbox) {
		this.outbox = outbox;
	}

	@Override
	public void publish(Outgoing event) {
		this.outbox.schedule(event, event.orderId());
	}

	@Component
	@Profile("namastack | namastack-tuned")
	static class Sender implements OutboxTypedHandler<Outgoing> {

		private final Wire wire;

		Sender(Wire wire) {
			this.wire = wire;
		}

		@Override
		public void handle(Outgoing event, OutboxRecordMetadata metadata) {
			this.wire.send(event).join();
		}

	}

}
