package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class KafkaWorstMomentIT extends WorstMoment {

	KafkaWorstMomentIT() {
		super(BrokerType.KAFKA);
	}

}
