package dev.ticketrail.email;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code ticketrail.email}.
 *
 * @param sender who the mails are from, as in a mail's header
 * @param buyerOnDuty who hears that a product runs low
 * @param workers how many mails one instance sends at the same time
 */
@Validated
@ConfigurationProperties("ticketrail.email")
record EmailSettings(@NotBlank String sender, @NotBlank String buyerOnDuty, @Min(1) int workers) {

}
