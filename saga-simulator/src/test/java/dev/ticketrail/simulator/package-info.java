/**
 * The six services in one process: their own state machines, use cases, listeners, inbox
 * and outbox, wired by Spring as in production, on a broker, databases and a clock that a
 * seed decides on.
 * <p>
 * Real: every class of a service from its listeners down to its repositories' interfaces,
 * and of messaging {@code Inbox}, {@code BatchProcessor}, {@code EventTransaction},
 * {@code TransactionalOutbox}, {@code OutboxBatch}, {@code DeadLetterSender} and the wire
 * format; the simulated payment gateway; the {@code application.yml}s' bindings.
 * Stand-ins: whatever is SQL ({@code Memory…}), the brokers and their binders, the
 * relay's thread, the mail server, the web.
 * <p>
 * The stand-ins are in the services' own packages, because what they take the place of is
 * package-private, and should stay so.
 */
@NullMarked
package dev.ticketrail.simulator;

import org.jspecify.annotations.NullMarked;
