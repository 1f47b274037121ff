package dev.ticketrail.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Starts the infrastructure before Spring's context needs it, and skips the tests when it
 * cannot be had.
 */
class InfrastructureCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		RealInfrastructure annotation = context.getTestClass()
			.map((type) -> AnnotatedElementUtils.findMergedAnnotation(type, RealInfrastructure.class))
			.orElse(null);
		if (annotation == null) {
			return ConditionEvaluationResult.enabled("no infrastructure needed");
		}
		return evaluate(annotation.value(), Boolean.parseBoolean(System.getenv("CI")));
	}

	static ConditionEvaluationResult evaluate(Broker broker, boolean mandatory) {
		return evaluate(() -> {
			PostgresSource.get();
			switch (broker) {
				case KAFKA -> KafkaSource.get();
				case RABBIT -> RabbitSource.get();
			}
		}, mandatory);
	}

	static ConditionEvaluationResult evaluate(Runnable start, boolean mandatory) {
		try {
			start.run();
			return ConditionEvaluationResult.enabled("infrastructure is up");
		}
		catch (UnavailableException ex) {
			if (mandatory) {
				throw ex;
			}
			return ConditionEvaluationResult.disabled(ex.getMessage());
		}
	}

}
