/** The one login of the shop: whoever operates it. */
@NullMarked
package dev.ticketrail.defaults.operator;

import org.jspecify.annotations.NullMarked;
