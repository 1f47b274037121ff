package dev.ticketrail.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The project's root folder, with what has been built in it.
 *
 * @param root the folder that holds {@code pom.xml} and {@code demo}
 */
public record Repository(Path root) {

	/**
	 * The folder named by the system property {@code ticketrail.home}, else the one
	 * around the working folder.
	 */
	public static Repository find() {
		Path folder = Path.of(System.getProperty("ticketrail.home", "")).toAbsolutePath().normalize();
		for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
			if (Files.exists(candidate.resolve("demo-launcher/pom.xml"))) {
				return new Repository(candidate);
			}
		}
		throw new CannotStartException(folder + " is not in Ticket Rail's repository");
	}

	/** The service's jar, built or not. */
	Path jar(ShopService service) {
		return this.root.resolve(service.id()).resolve("target").resolve(service.id() + ".jar");
	}

	/** The rehearsal's jar, built or not. */
	Path rehearsalJar() {
		return this.root.resolve("rehearsal/target/rehearsal.jar");
	}

	/** Where the services' jars are unpacked. */
	Path unpacked() {
		return this.root.resolve("demo-launcher/target/services");
	}

	/**
	 * GreenMail with all that it needs; kept off the class path, where it would hide
	 * others' libraries.
	 */
	Path mailJar() {
		return this.root.resolve("demo-launcher/target/mail/greenmail-standalone.jar");
	}

}
