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
	 * A version of HTTP or a transfer coding that does not exist. Tomcat takes it for
	 * something that a server could have learned.
	 */
	private static final Set<Integer> NO_HTTP_OF_OURS = Set.of(HttpStatus.NOT_IMPLEMENTED.value(),
			HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value());

	private final ProblemWriter problems;

	ProblemReportValve(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		if (NO_HTTP_OF_OURS.contains(response.getStatus())) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
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
