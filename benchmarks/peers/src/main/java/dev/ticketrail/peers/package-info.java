/**
 * The shop's six services once more, in two ways in which they are often written: what
 * each of them does to its tables is here, how they talk to each other is in
 * {@code textbook} and {@code chain}.
 */
package dev.ticketrail.peers;
