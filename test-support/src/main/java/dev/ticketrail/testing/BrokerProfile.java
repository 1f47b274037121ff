package dev.ticketrail.testing;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ActiveProfilesResolver;

/**
 * Activates the profile of the broker. A context customizer would be too late: the
 * profile decides which configuration is read.
 */
class BrokerProfile implements ActiveProfilesResolver {

	@Override
	public String[] resolve(Class<?> testClass) {
		RealInfrastructure annotation = AnnotatedElementUtils.findMergedAnnotation(testClass, RealInfrastructure.class);
		return (annotation != null) ? new String[] { annotation.value().profile() } : new String[0];
	}

}
