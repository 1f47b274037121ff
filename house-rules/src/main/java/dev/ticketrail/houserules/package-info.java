/**
 * The rules of the house, each with a fixture that breaks it: a rule that never fails
 * guards nothing.
 */
@NullMarked
package dev.ticketrail.houserules;

import org.jspecify.annotations.NullMarked;
