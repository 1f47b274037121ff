package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class RabbitSecretsIT extends Secrets {

	RabbitSecretsIT() {
		super(BrokerType.RABBIT);
	}

}
