@NullMarked
package dev.ticketrail.inventory.web;

import org.jspecify.annotations.NullMarked;
