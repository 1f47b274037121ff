package dev.ticketrail.order;

/** Why an order came to nothing. */
public enum CancellationReason {

	PAYMENT_DECLINED, OUT_OF_STOCK, CUSTOMER_REQUEST

}
