/**
 * Real infrastructure for tests: a PostgreSQL, a Kafka and a RabbitMQ, and foreign
 * clients that talk to them without any of the shop's own code.
 */
@NullMarked
package dev.ticketrail.testing;

import org.jspecify.annotations.NullMarked;
