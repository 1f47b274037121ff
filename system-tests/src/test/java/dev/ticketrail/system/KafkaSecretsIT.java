package dev.ticketrail.system;

import dev.ticketrail.launcher.BrokerType;

class KafkaSecretsIT extends Secrets {

	KafkaSecretsIT() {
		super(BrokerType.KAFKA);
	}

}
