package dev.ticketrail.inventory;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;

@RealInfrastructure(Broker.RABBIT)
class RabbitInventoryJourneyTests extends InventoryJourney {

}
