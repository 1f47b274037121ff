package dev.ticketrail.analytics.feed;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The feed looks at the log on a schedule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FeedConfiguration {

}
