package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class RabbitJourneysIT extends Journeys {

	RabbitJourneysIT() {
		super(BrokerType.RABBIT);
	}

}
