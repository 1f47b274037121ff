/** A database in memory: tables, transactions that roll back, crashes around a commit. */
@NullMarked
package dev.ticketrail.simulator.memory;

import org.jspecify.annotations.NullMarked;
