package dev.ticketrail.defaults;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The description at {@code /v3/api-docs}: named after the service, and every operation
 * can answer with a problem.
 */
@AutoConfiguration
class OpenApiAutoConfiguration {

	@Bean
	OpenAPI openApi(@Value("${spring.application.name:service}") String name) {
		return new OpenAPI().info(new Info().title(name).version("1"))
			.components(new Components().addSchemas("Problem", problem())
				.addSecuritySchemes("operator", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")));
	}

	@Bean
	OpenApiCustomizer everyOperationCanAnswerWithAProblem() {
		return (api) -> api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.forEach((operation) -> operation.getResponses().addApiResponse("default", problemResponse()));
	}

	private static ApiResponse problemResponse() {
		Schema<?> reference = new Schema<>().$ref("#/components/schemas/Problem");
		return new ApiResponse().description("A problem; its detail says what to change")
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(reference)));
	}

	private static Schema<?> problem() {
		return new ObjectSchema().addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema());
	}

}
