package dev.ticketrail.simulator.bugs;

import java.util.List;

import dev.ticketrail.email.ForgetfulDelivery;
import dev.ticketrail.inventory.NoReleasing;
import dev.ticketrail.inventory.UnconditionalStocks;
import dev.ticketrail.messaging.deadletter.SwallowedLetters;
import dev.ticketrail.messaging.inbox.ForgottenInbox;
import dev.ticketrail.messaging.outbox.HastyRelay;
import dev.ticketrail.messaging.outbox.ReversedRows;
import dev.ticketrail.messaging.outbox.RowsOfTheirOwn;
import dev.ticketrail.order.CancellationAtAnyTime;
import dev.ticketrail.order.KeysThatNobodyReads;
import dev.ticketrail.payment.ImpatientCalls;
import dev.ticketrail.payment.NoRefunding;
import dev.ticketrail.payment.PaymentsThatForget;
import dev.ticketrail.payment.simulator.LedgerWithoutChargeKeys;
import dev.ticketrail.payment.simulator.LedgerWithoutRefundKeys;

/** A bug to be found: in one service, a bean takes the place of the right one. */
public enum PlantedBug {

	ROW_FORGOTTEN_BEFORE_THE_ACKNOWLEDGEMENT("order-service", HastyRelay.class),

	SEND_NOT_AWAITED("payment-service", CarelessSender.class),

	ROW_SURVIVES_THE_ROLLBACK("order-service", RowsOfTheirOwn.class),

	RELAY_REORDERS_AN_AGGREGATE("order-service", ReversedRows.class),

	/** In the broker: no service is to blame. */
	ACKNOWLEDGED_BEFORE_COMMIT("", PlantedBug.class),

	INBOX_NOT_ASKED("order-service", ForgottenInbox.class),

	DEAD_LETTER_SWALLOWED("order-service", SwallowedLetters.class),

	OUTAGE_TAKEN_FOR_A_BAD_MESSAGE("payment-service", ImpatientCalls.class),

	CHARGE_WITHOUT_KEY("payment-service", LedgerWithoutChargeKeys.class),

	REFUND_WITHOUT_KEY("payment-service", LedgerWithoutRefundKeys.class),

	REFUND_SKIPPED("payment-service", NoRefunding.class),

	EARLY_CANCELLATION_FORGOTTEN("payment-service", PaymentsThatForget.class),

	STOCK_NOT_RELEASED("inventory-service", NoReleasing.class),

	STOCK_UPDATED_WITHOUT_CONDITION("inventory-service", UnconditionalStocks.class),

	MAIL_SENT_AGAIN("email-service", ForgetfulDelivery.class, ForgottenInbox.class),

	SHIPPED_ORDER_CANCELLED("order-service", CancellationAtAnyTime.class),

	IDEMPOTENCY_KEY_NOT_READ("order-service", KeysThatNobodyReads.class);

	private final String service;

	private final List<Class<?>> beans;

	PlantedBug(String service, Class<?>... beans) {
		this.service = service;
		this.beans = List.of(beans);
	}

	/** The beans that are wrong in a service. */
	public List<Class<?>> in(String service) {
		return this.service.equals(service) ? this.beans : List.of();
	}

}
