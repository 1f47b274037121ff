package dev.ticketrail.defaults.problem;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gives a problem to answers that refuse without a word: an actuator endpoint that finds
 * nothing, a controller's {@code ResponseEntity.notFound().build()}.
 */
@RestControllerAdvice
class EmptyRefusalAdvice implements ResponseBodyAdvice<Object> {

	@Override
	public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter method, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (body != null || !(response instanceof ServletServerHttpResponse servlet)) {
			return body;
		}
		HttpStatus status = HttpStatus.resolve(servlet.getServletResponse().getStatus());
		if (status == null || !status.isError()) {
			return null;
		}
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return ProblemDetail.forStatusAndDetail(status, ProblemHints.of(status));
	}

}
