package dev.ticketrail.defaults.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of what a client may send.
 *
 * @param maxBodySize a larger body is answered with 413
 */
@ConfigurationProperties("ticketrail.http")
record HttpSettings(@DefaultValue("1MB") DataSize maxBodySize) {

}
