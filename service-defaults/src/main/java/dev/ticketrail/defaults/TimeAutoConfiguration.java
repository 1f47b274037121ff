package dev.ticketrail.defaults;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Time is injected, so that a test can set it. */
@AutoConfiguration
class TimeAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	InstantSource instantSource() {
		return InstantSource.system();
	}

}
