package dev.ticketrail.payment;

import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Fault;

/**
 * A gateway that takes its time: before and after it books, the rest of the shop goes on,
 * and other instances of payment-service with it. This is where an order is cancelled
 * while it is being paid.
 */
class SlowGateway implements PaymentGateway {

	private final PaymentGateway gateway;

	private final Chance chance;

	private final Runnable meanwhile;

	SlowGateway(PaymentGateway gateway, Chance chance, Runnable meanwhile) {
		this.gateway = gateway;
		this.chance = chance;
		this.meanwhile = meanwhile;
	}

	@Override
	public ChargeResult charge(Charge charge) {
		pause();
		ChargeResult result = this.gateway.charge(charge);
		pause();
		return result;
	}

	@Override
	public String refund(String orderId, String chargeId) {
		pause();
		String refundId = this.gateway.refund(orderId, chargeId);
		pause();
		return refundId;
	}

	private void pause() {
		if (this.chance.hits(Fault.GATEWAY_SLOW)) {
			this.meanwhile.run();
		}
	}

}
