package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class RabbitUnderFireIT extends UnderFire {

	RabbitUnderFireIT() {
		super(BrokerType.RABBIT);
	}

}
