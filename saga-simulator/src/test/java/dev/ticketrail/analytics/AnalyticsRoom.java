package dev.ticketrail.analytics;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Analytics-service's own classes; {@code Memory…} stands in for SQL. What
 * {@link Changes} adds up is added up for each batch, and written nowhere.
 */
@Configuration(proxyBeanMethods = false)
@Import({ AnalyticsListeners.class, Recording.class, MemoryEventLog.class, MemoryReports.class })
public class AnalyticsRoom {

}
