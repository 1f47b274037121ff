package dev.ticketrail.testing;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that is made once in a JVM, at the first use. A failure is remembered too: it
 * is not tried again for each test.
 *
 * @param <T> what is made
 */
final class Once<T> {

	private final String what;

	private final Supplier<T> maker;

	private @Nullable T made;

	private @Nullable UnavailableException failure;

	Once(String what, Supplier<T> maker) {
		this.what = what;
		this.maker = maker;
	}

	synchronized T get() {
		if (this.failure != null) {
			throw this.failure;
		}
		if (this.made == null) {
			try {
				this.made = this.maker.get();
			}
			catch (RuntimeException ex) {
				this.failure = new UnavailableException(this.what, ex);
				throw this.failure;
			}
		}
		return this.made;
	}

}
