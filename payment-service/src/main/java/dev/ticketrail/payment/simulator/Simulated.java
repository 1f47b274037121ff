package dev.ticketrail.payment.simulator;

import dev.ticketrail.payment.stripe.StripeKeyIsSet;

import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** Whether the gateway is simulated: it is unless there is a key for Stripe. */
public class Simulated extends NoneNestedConditions {

	Simulated() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@Conditional(StripeKeyIsSet.class)
	static class StripeIsReal {

	}

}
