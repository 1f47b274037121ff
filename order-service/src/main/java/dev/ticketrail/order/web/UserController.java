package dev.ticketrail.order.web;

import java.net.URI;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketrail.order.User;
import dev.ticketrail.order.UserRegistration;
import dev.ticketrail.order.Users;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class UserController {

	private final UserRegistration registration;

	private final Users users;

	UserController(UserRegistration registration, Users users) {
		this.registration = registration;
		this.users = users;
	}

	/** Always a new user: there is no login, so an address may be used many times. */
	@PostMapping("/users")
	ResponseEntity<UserView> register(@Valid @RequestBody Person person) {
		User user = this.registration.register(person.name(), person.email());
		return ResponseEntity.created(URI.create("/users/" + user.id())).body(UserView.of(user));
	}

	@GetMapping("/users/{userId}")
	UserView user(@PathVariable String userId) {
		return this.users.findById(userId)
			.map(UserView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no user with this id"));
	}

	/**
	 * A user as others see them.
	 *
	 * @param registeredAt absent for a guest, who only ordered
	 */
	record UserView(String userId, String name, String email,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant registeredAt) {

		private static UserView of(User user) {
			return new UserView(user.id(), user.name(), user.email(), user.registeredAt());
		}

	}

}
