package dev.ticketrail.messaging.conformance;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.parallel.ResourceLock;

@RealInfrastructure(Broker.KAFKA)
@ResourceLock("kafka")
class KafkaDeliveryTests extends DeliveryConformance {

}
