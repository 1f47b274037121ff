package dev.ticketrail.defaults.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/**
 * Refuses a body over the limit: at once where its length is declared, otherwise as soon
 * as more than the limit was read. Tomcat itself limits only forms. Refuses also a body
 * of type {@code *}{@code /*}, which Spring MVC would take for a mistake of ours.
 */
class BodyCheck extends OncePerRequestFilter {

	private final DataSize limit;

	private final ProblemWriter problems;

	BodyCheck(DataSize limit, ProblemWriter problems) {
		this.limit = limit;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.limit.toBytes()) {
			this.problems.write(response, HttpStatus.CONTENT_TOO_LARGE, tooLarge());
		}
		else if (request.getContentType() != null && request.getContentType().contains("*")) {
			this.problems.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, ProblemHints.SEND_JSON);
		}
		else if (request.getContentLengthLong() < 0) {
			chain.doFilter(new Counted(request), response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private String tooLarge() {
		return "The body is larger than " + this.limit.toKilobytes() + " KB: send less at a time.";
	}

	private final class Counted extends HttpServletRequestWrapper {

		private Counted(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new CountedStream(super.getInputStream());
		}

	}

	private final class CountedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private long count;

		private CountedStream(ServletInputStream stream) {
			this.stream = stream;
		}

		@Override
		public int read() throws IOException {
			int next = this.stream.read();
			count((next < 0) ? 0 : 1);
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = this.stream.read(buffer, offset, length);
			count(read);
			return read;
		}

		private void count(int read) {
			this.count += Math.max(read, 0);
			if (this.count > BodyCheck.this.limit.toBytes()) {
				throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, tooLarge());
			}
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.stream.setReadListener(listener);
		}

	}

}
