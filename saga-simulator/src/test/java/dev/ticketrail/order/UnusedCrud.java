package dev.ticketrail.order;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

/** What Spring Data offers and no use case of the saga calls. */
abstract class UnusedCrud<E> implements ListCrudRepository<E, String> {

	private static UnsupportedOperationException unused() {
		return new UnsupportedOperationException("No use case of the saga needs it");
	}

	@Override
	public <S extends E> List<S> saveAll(Iterable<S> entities) {
		throw unused();
	}

	@Override
	public boolean existsById(String id) {
		throw unused();
	}

	@Override
	public List<E> findAll() {
		throw unused();
	}

	@Override
	public List<E> findAllById(Iterable<String> ids) {
		throw unused();
	}

	@Override
	public long count() {
		throw unused();
	}

	@Override
	public void deleteById(String id) {
		throw unused();
	}

	@Override
	public void delete(E entity) {
		throw unused();
	}

	@Override
	public void deleteAllById(Iterable<? extends String> ids) {
		throw unused();
	}

	@Override
	public void deleteAll(Iterable<? extends E> entities) {
		throw unused();
	}

	@Override
	public void deleteAll() {
		throw unused();
	}

	@Override
	public abstract Optional<E> findById(String id);

}
