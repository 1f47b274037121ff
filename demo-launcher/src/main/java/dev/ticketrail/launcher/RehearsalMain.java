package dev.ticketrail.launcher;

/**
 * What a build runs once the services are packaged, so that the services start fast from
 * the first time on.
 */
final class RehearsalMain {

	private RehearsalMain() {
	}

	public static void main(String... arguments) {
		try (ServiceJvm jvm = new ServiceJvm(Repository.find(), false)) {
			jvm.prepare(System.out::println);
		}
	}

}
