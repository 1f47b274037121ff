package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class KafkaJourneysIT extends Journeys {

	KafkaJourneysIT() {
		super(BrokerType.KAFKA);
	}

}
