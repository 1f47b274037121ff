package dev.ticketrail.defaults.problem;

import java.io.IOException;
import java.util.Set;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Reports as a problem what Tomcat refuses by itself, instead of as a page of HTML. */
class ProblemReportValve extends ErrorReportValve {

	/**
	 * Tomcat's answers to a version of HTTP and a transfer coding that do not exist, and
	 * to what is said to proxies: no server could have learned them.
	 */
	private static final Set<HttpStatus> NO_HTTP_OF_OURS = Set.of(HttpStatus.NOT_IMPLEMENTED,
			HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

	private final ProblemWriter problems;

	ProblemReportValve(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		if (NO_HTTP_OF_OURS.contains(status)) {
			status = HttpStatus.BAD_REQUEST;
			response.setStatus(status.value());
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream()
				.write(this.problems.bytes(status.value(), status.getReasonPhrase(), ProblemHints.of(status)));
			response.finishResponse();
		}
		catch (IOException ex) {
			response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, ex);
		}
	}

}
