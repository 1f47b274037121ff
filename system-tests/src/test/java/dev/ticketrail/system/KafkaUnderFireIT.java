package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class KafkaUnderFireIT extends UnderFire {

	KafkaUnderFireIT() {
		super(BrokerType.KAFKA);
	}

}
