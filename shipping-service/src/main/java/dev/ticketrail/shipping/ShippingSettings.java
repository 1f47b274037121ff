package dev.ticketrail.shipping;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How this shop ships.
 *
 * @param carrier who carries the parcels, as customers read it
 */
@Validated
@ConfigurationProperties("shipping")
record ShippingSettings(@NotBlank String carrier) {

}
