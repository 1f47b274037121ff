package dev.ticketrail.shipping;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;

@RealInfrastructure(Broker.RABBIT)
class RabbitShippingJourneyTests extends ShippingJourney {

}
