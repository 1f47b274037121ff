/**
 * Written by hand on spring-kafka and spring-rabbit: batch listeners, set-wise SQL, one
 * transaction a batch, and its events sent together after it. No Spring Cloud Stream, no
 * outbox and no inbox: each statement can be repeated, and an event's identity follows
 * from its order, so that a batch that comes again does and sends the same.
 * <p>
 * Not guaranteed: an order is lost when order-service dies between the commit and the
 * send, and when the broker is away; a bad message is delivered again and again, and
 * holds up those behind it; mails are sent again with their batch; nothing can be
 * inspected or reprocessed.
 */
package dev.ticketrail.peers.handwritten;
