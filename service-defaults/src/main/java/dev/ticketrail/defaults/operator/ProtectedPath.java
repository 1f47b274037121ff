package dev.ticketrail.defaults.operator;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One entry of {@code ticketrail.operator.paths}. */
final class ProtectedPath {

	private ProtectedPath() {
	}

	/**
	 * Reads {@code POST /stock/*}{@code /restock}.
	 * @throws IllegalArgumentException if it is not a method and a path: a typing error
	 * must not leave a path open
	 */
	static RequestMatcher parse(String entry) {
		String[] parts = entry.strip().split("\\s+");
		if (parts.length != 2 || !parts[0].matches("[A-Z]+") || !parts[1].startsWith("/")) {
			throw new IllegalArgumentException("ticketrail.operator.paths: '" + entry
					+ "' is not a method and a path, as in 'POST /stock/*/restock'");
		}
		RequestMatcher matcher = matcher(parts[0], parts[1]);
		// Spring MVC answers HEAD with the handler of GET.
		return parts[0].equals("GET") ? new OrRequestMatcher(matcher, matcher("HEAD", parts[1])) : matcher;
	}

	private static RequestMatcher matcher(String method, String path) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(method), path);
	}

}
