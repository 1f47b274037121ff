@NullMarked
package dev.ticketrail.email.web;

import org.jspecify.annotations.NullMarked;
