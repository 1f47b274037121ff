package dev.ticketrail.defaults;

import java.io.EOFException;
import java.math.BigDecimal;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/shelf")
class ShelfController {

	@PostMapping
	NewBooks put(@Valid @RequestBody NewBooks books,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
		return books;
	}

	@GetMapping
	Map<String, Object> find(@RequestParam(defaultValue = "0") @Min(0) @Max(100) int page,
			@RequestParam(required = false) @Nullable String title,
			@RequestParam(required = false) @Nullable Genre genre) {
		return Map.of("page", page, "title", String.valueOf(title), "genre", String.valueOf(genre));
	}

	@GetMapping("/{title}")
	Map<String, String> get(@PathVariable String title) {
		return Map.of("title", title);
	}

	@GetMapping("/by-id/{id}")
	Map<String, UUID> get(@PathVariable UUID id) {
		return Map.of("id", id);
	}

	@GetMapping("/secrets")
	Map<String, String> secrets() {
		return Map.of("title", "hidden");
	}

	@PostMapping("/{title}/burn")
	Map<String, String> burn(@PathVariable String title, @RequestBody Map<String, Object> how) {
		return Map.of("burnt", title);
	}

	@GetMapping("/broken/{how}")
	String broken(@PathVariable String how) {
		switch (how) {
			case "bug" -> throw new IllegalStateException("password=hunter2");
			case "pool" -> throw new CannotCreateTransactionException("no connection");
			case "hung-up" -> throw new CannotCreateTransactionException("no connection",
					new SQLException("The connection attempt failed.", "08001", new EOFException()));
			case "reset" ->
				throw new CannotCreateTransactionException("no connection", new SQLException("An I/O error occurred.",
						"08006", new SocketException("Connection reset by peer")));
			case "deadlock" -> throw new IllegalStateException(new CannotAcquireLockException("deadlock"));
			case "rollback" -> throw new IllegalStateException(new SQLException("Connection is closed"));
			case "conflict" -> throw new ResponseStatusException(HttpStatus.CONFLICT, "The book is lent.");
			case "lent" -> throw new LentException();
			case "depth" -> throw new StackOverflowError();
			default -> {
				return how;
			}
		}
	}

	static class LentException extends RuntimeException {

	}

	/** A service's own advice, without an order. */
	@RestControllerAdvice
	static class ShelfProblems {

		@ExceptionHandler
		ProblemDetail lent(LentException ex) {
			return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The book is lent: ask again tomorrow.");
		}

	}

	enum Genre {

		NOVEL, POEM

	}

	record NewBooks(@NotBlank String owner, @NotEmpty List<@Valid Book> books, @Nullable Instant since) {

	}

	record Book(@NotBlank String title, @Min(1) int copies, @Digits(integer = 6, fraction = 2) BigDecimal price,
			@Nullable Genre genre) {

	}

}
