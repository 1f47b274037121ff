package dev.ticketrail.analytics;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;

@RealInfrastructure(Broker.KAFKA)
class KafkaAnalyticsJourneyTests extends AnalyticsJourney {

}
