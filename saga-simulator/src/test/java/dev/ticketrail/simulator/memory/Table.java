package dev.ticketrail.simulator.memory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows by their primary key. As with JPA, a row that is read inside a transaction can be
 * changed, and the commit writes it; without a transaction a write counts at once, and
 * what is read is a copy.
 *
 * @param <E> the row
 */
public final class Table<E> {

	private final Function<E, String> id;

	private final BooleanSupplier transaction;

	private final Map<String, E> committed = new TreeMap<>();

	private final Map<String, E> touched = new TreeMap<>();

	Table(Function<E, String> id, BooleanSupplier transaction) {
		this.id = id;
		this.transaction = transaction;
	}

	public Optional<E> find(String id) {
		if (!this.transaction.getAsBoolean()) {
			return Optional.ofNullable(this.committed.get(id)).map(Copy::of);
		}
		E row = this.touched.get(id);
		if (row == null && this.committed.containsKey(id)) {
			row = Copy.of(this.committed.get(id));
			this.touched.put(id, row);
		}
		return Optional.ofNullable(row);
	}

	/** Those of the rows that are there, in the order of their keys. */
	public List<E> findAll(Collection<String> ids, Predicate<E> condition) {
		return ids.stream().distinct().sorted().flatMap((id) -> find(id).stream()).filter(condition).toList();
	}

	public void put(E row) {
		(this.transaction.getAsBoolean() ? this.touched : this.committed).put(this.id.apply(row), row);
	}

	/** "On conflict do nothing"; says whether the row is new. */
	public boolean insert(E row) {
		boolean fresh = find(this.id.apply(row)).isEmpty();
		if (fresh) {
			put(row);
		}
		return fresh;
	}

	/** Deletes on a connection of its own. */
	public void delete(Collection<String> ids) {
		this.committed.keySet().removeAll(ids);
	}

	/** Writes what the open transaction has changed so far, whatever becomes of it. */
	public void writeAtOnce() {
		commit();
	}

	/** What has been committed. To be read only. */
	public List<E> rows() {
		return List.copyOf(this.committed.values());
	}

	public boolean isEmpty() {
		return this.committed.isEmpty();
	}

	void commit() {
		this.committed.putAll(this.touched);
		this.touched.clear();
	}

	void rollback() {
		this.touched.clear();
	}

	void clear() {
		this.committed.clear();
		this.touched.clear();
	}

}
