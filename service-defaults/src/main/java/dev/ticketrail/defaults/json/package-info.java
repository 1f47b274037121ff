/** JSON is read strictly, so that what is stored is what the client meant. */
@NullMarked
package dev.ticketrail.defaults.json;

import org.jspecify.annotations.NullMarked;
