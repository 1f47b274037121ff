/**
 * Real servers as processes of this machine: PostgreSQL, Kafka, RabbitMQ, a mail server
 * and the shop's services. The demo, the tests and the benchmarks all start them from
 * here.
 */
@NullMarked
package dev.ticketrail.launcher;

import org.jspecify.annotations.NullMarked;
