/**
 * The six services with JPA and one message a transaction, and what their variants have
 * in common.
 */
package dev.ticketrail.peers.twin;
