package dev.ticketrail.payment;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;

@RealInfrastructure(Broker.RABBIT)
class RabbitPaymentJourneyTests extends PaymentJourney {

}
