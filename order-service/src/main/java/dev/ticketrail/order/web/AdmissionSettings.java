package dev.ticketrail.order.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many new orders are let in.
 *
 * @param waiting requests that are being served or wait for their turn; who comes on top
 * is refused at once
 * @param patience how long a request waits for its turn. Nobody waits so long for a
 * database that gives no connection: with the first who is told, all are
 * @param outboxLimit events that may wait for the broker; beyond it nothing is accepted
 * that could not be told
 */
@ConfigurationProperties("ticketrail.orders.admission")
record AdmissionSettings(@DefaultValue("1000") int waiting, @DefaultValue("3s") Duration patience,
		@DefaultValue("100000") int outboxLimit) {

}
