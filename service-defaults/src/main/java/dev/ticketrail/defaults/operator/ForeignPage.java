package dev.ticketrail.defaults.operator;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A browser that knows the operator's password sends it along with whatever any page asks
 * for, so a page of another origin could restock or replay. Browsers say where a request
 * comes from; programs do not send this header and are not affected.
 */
final class ForeignPage {

	private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

	private static final Set<String> OURS = Set.of("same-origin", "none");

	private ForeignPage() {
	}

	static boolean asks(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site != null && !OURS.contains(site) && !HARMLESS.contains(request.getMethod());
	}

}
