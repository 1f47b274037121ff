package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.RabbitNode;
import org.junit.jupiter.api.Test;

class RabbitUnderOutageIT extends UnderOutage {

	RabbitUnderOutageIT() {
		super(BrokerType.RABBIT);
	}

	@Test
	void ordersAreAcceptedAtOnceWhileTheBrokerHasNoMemoryLeft() throws Exception {
		RabbitNode node = (RabbitNode) broker();
		outage(() -> node.control("set_vm_memory_high_watermark", "absolute", "1MB"),
				() -> node.control("set_vm_memory_high_watermark", "0.4"), 201, this::brokerIsMissed);
	}

}
