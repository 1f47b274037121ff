/** The REST interface: shapes and their checks, and which refusal is which status. */
@NullMarked
package dev.ticketrail.order.web;

import org.jspecify.annotations.NullMarked;
