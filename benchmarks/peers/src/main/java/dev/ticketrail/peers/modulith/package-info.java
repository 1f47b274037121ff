/**
 * The textbook's shop with Spring Modulith's event publication registry (JDBC) as its
 * outbox: an event is a row of the transaction, is sent on another thread after the
 * commit, and its row is deleted when the broker has acknowledged it.
 * <p>
 * Not guaranteed: the order of an order's events; an event whose process dies is sent
 * only when a later start is told to republish; two deliveries at the same moment act
 * twice (a look is no lock); a message that fails three times is dropped or blocks.
 */
package dev.ticketrail.peers.modulith;
