package dev.ticketrail.order;

import java.util.Optional;

import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;

/** Stands in for the table {@code users}. */
class MemoryUsers implements Users {

	private final Table<User> rows;

	MemoryUsers(Database database) {
		this.rows = database.table(User.class, User::id);
	}

	@Override
	public User save(User user) {
		this.rows.put(user);
		return user;
	}

	@Override
	public Optional<User> findById(String id) {
		return this.rows.find(id);
	}

}
