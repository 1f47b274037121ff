package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class KafkaUnderOutageIT extends UnderOutage {

	KafkaUnderOutageIT() {
		super(BrokerType.KAFKA);
	}

}
