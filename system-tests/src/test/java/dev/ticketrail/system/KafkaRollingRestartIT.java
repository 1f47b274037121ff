package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class KafkaRollingRestartIT extends RollingRestart {

	KafkaRollingRestartIT() {
		super(BrokerType.KAFKA);
	}

}
