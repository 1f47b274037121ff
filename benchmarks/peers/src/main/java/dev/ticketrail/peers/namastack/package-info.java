/**
 * The textbook's shop with namastack-outbox (JDBC): an event is a row of the transaction,
 * and a poller hands it to a handler, which sends it and waits for the broker's
 * acknowledgement. Profile {@code namastack} leaves every setting as it comes,
 * {@code namastack-tuned} polls more often and takes more at once.
 * <p>
 * Not guaranteed: two deliveries at the same moment act twice (a look is no lock); a
 * message that fails three times is dropped or blocks.
 */
package dev.ticketrail.peers.namastack;
