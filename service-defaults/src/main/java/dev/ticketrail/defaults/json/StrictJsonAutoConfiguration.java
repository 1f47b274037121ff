package dev.ticketrail.defaults.json;

import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** What {@code spring.jackson} in service-defaults.yml has no property for. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class StrictJsonAutoConfiguration {

	@Bean
	JsonMapperBuilderCustomizer aNumberIsNoText() {
		return (mapper) -> mapper.withCoercionConfig(LogicalType.Textual,
				(texts) -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	@Bean
	JacksonModule textsAreStorable() {
		return new SimpleModule("storable-text").addDeserializer(String.class, new StorableTextDeserializer());
	}

}
