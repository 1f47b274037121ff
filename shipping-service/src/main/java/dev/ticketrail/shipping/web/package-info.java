@NullMarked
package dev.ticketrail.shipping.web;

import org.jspecify.annotations.NullMarked;
