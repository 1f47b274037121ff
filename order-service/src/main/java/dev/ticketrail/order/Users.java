package dev.ticketrail.order;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** All users, guests too. */
public interface Users extends Repository<User, String> {

	User save(User user);

	Optional<User> findById(String id);

}
