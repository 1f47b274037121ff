package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class RabbitWorstMomentIT extends WorstMoment {

	RabbitWorstMomentIT() {
		super(BrokerType.RABBIT);
	}

}
