package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class RabbitRollingRestartIT extends RollingRestart {

	RabbitRollingRestartIT() {
		super(BrokerType.RABBIT);
	}

}
