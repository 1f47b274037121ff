/**
 * The shop as one chain of calls: {@code POST /orders} calls payment, inventory,
 * shipping, mail and analytics over HTTP, one after the other, and answers when all have.
 * <p>
 * Not guaranteed: when a service is away, the order stays half done; nothing is tried
 * again; a customer who repeats the request orders twice.
 */
package dev.ticketrail.peers.chain;
