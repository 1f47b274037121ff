/**
 * The shop as tutorials write it: JPA, and {@code StreamBridge} after the commit, one
 * message a transaction.
 * <p>
 * Not guaranteed: an event is lost when the process dies between the commit and the send,
 * and when the broker does not take it; two deliveries at the same moment act twice (a
 * look is no lock); a message that fails three times is dropped or blocks; nobody waits
 * for the broker's acknowledgement.
 */
package dev.ticketrail.peers.textbook;
