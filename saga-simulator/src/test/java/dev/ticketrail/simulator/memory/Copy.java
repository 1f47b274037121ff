package dev.ticketrail.simulator.memory;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does what JPA does with an entity's fields: reads and writes them, whoever may see
 * them. Their values are never changed but replaced, so a copy may share them.
 */
public final class Copy {

	private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

	private Copy() {
	}

	/** A row of its own; a record is its own copy, as nobody can change it. */
	public static <E> E of(E row) {
		if (row instanceof Record) {
			return row;
		}
		try {
			@SuppressWarnings("unchecked")
			E copy = (E) blank(row.getClass());
			for (Field field : fields(row.getClass())) {
				field.set(copy, field.get(row));
			}
			return copy;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A new entity with these values, as if it had been read from its table. */
	public static <E> E read(Class<E> type, Map<String, ?> values) {
		try {
			E row = blank(type);
			values.forEach((field, value) -> set(row, field, value));
			return row;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What SQL could do, and the entity's methods would refuse. */
	public static void set(Object row, String name, Object value) {
		try {
			for (Field field : fields(row.getClass())) {
				if (field.getName().equals(name)) {
					field.set(row, value);
				}
			}
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What an entity shows to nobody. */
	public static Object get(Object row, String name) {
		try {
			for (Field field : fields(row.getClass())) {
				if (field.getName().equals(name)) {
					return field.get(row);
				}
			}
			throw new IllegalArgumentException(row.getClass() + " has no " + name);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <E> E blank(Class<E> type) throws ReflectiveOperationException {
		Constructor<E> constructor = type.getDeclaredConstructor();
		constructor.setAccessible(true);
		return constructor.newInstance();
	}

	private static List<Field> fields(Class<?> type) {
		return FIELDS.computeIfAbsent(type, (entity) -> {
			Field[] all = entity.getDeclaredFields();
			AccessibleObject.setAccessible(all, true);
			return Arrays.stream(all).filter((field) -> !Modifier.isStatic(field.getModifiers())).toList();
		});
	}

}
