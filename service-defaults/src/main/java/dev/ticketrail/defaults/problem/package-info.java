/**
 * Every error is {@code application/problem+json} (RFC 9457), whoever noticed it: a
 * controller, Spring MVC, Spring Security, an actuator endpoint or Tomcat itself.
 */
@NullMarked
package dev.ticketrail.defaults.problem;

import org.jspecify.annotations.NullMarked;
