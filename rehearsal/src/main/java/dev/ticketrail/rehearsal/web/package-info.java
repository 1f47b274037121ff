@NullMarked
package dev.ticketrail.rehearsal.web;

import org.jspecify.annotations.NullMarked;
