/**
 * What every service would repeat outside messaging. Auto-configured: a service depends
 * on this module, imports {@code service-defaults.yml}, and writes nothing else.
 */
@NullMarked
package dev.ticketrail.defaults;

import org.jspecify.annotations.NullMarked;
