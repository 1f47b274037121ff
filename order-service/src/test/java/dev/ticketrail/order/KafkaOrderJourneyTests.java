package dev.ticketrail.order;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;

@RealInfrastructure(Broker.KAFKA)
class KafkaOrderJourneyTests extends OrderJourney {

}
