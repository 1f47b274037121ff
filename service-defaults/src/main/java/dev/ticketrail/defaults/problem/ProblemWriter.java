package dev.ticketrail.defaults.problem;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes a problem where Spring MVC is not in charge: in filters and in Tomcat. */
public class ProblemWriter {

	private final JsonMapper json = new JsonMapper();

	/**
	 * Answers with a problem, whatever {@code Accept} says. Does nothing once an answer
	 * is on its way.
	 * @param detail tells the client what to change
	 */
	public void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(bytes(status.value(), status.getReasonPhrase(), detail));
		response.flushBuffer();
	}

	byte[] bytes(int status, String title, String detail) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("title", title);
		problem.put("status", status);
		problem.put("detail", detail);
		return this.json.writeValueAsBytes(problem);
	}

}
