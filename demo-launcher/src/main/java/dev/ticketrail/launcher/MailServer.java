package dev.ticketrail.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail server that accepts everything, delivers nothing and shows what it got:
 * GreenMail with its own HTTP API. The latest mails are in its memory; a restart forgets
 * them.
 */
public final class MailServer extends Server {

	private final Path greenMail;

	private final int smtpPort;

	private final int apiPort;

	private final int kept;

	MailServer(Path greenMail, int smtpPort, int apiPort, int kept, Path log) {
		super("mail", log);
		this.greenMail = greenMail;
		this.smtpPort = smtpPort;
		this.apiPort = apiPort;
		this.kept = kept;
	}

	public int smtpPort() {
		return this.smtpPort;
	}

	/** GreenMail's API, for example {@code /api/user/ada@example.com/messages/INBOX/}. */
	public URI api() {
		return URI.create("http://localhost:" + this.apiPort);
	}

	@Override
	void prepare() throws IOException {
		if (!Files.exists(this.greenMail)) {
			throw new IOException(this.greenMail + " is not there: mvn -DskipTests package");
		}
	}

	@Override
	ProcessBuilder command() throws IOException {
		// tests link to it, and an archive belongs to a class path
		String classPath = String.join(File.pathSeparator, Java.launcher().toString(),
				this.greenMail.toRealPath().toString());
		List<String> command = new ArrayList<>(List.of(Java.executable(), "-Xmx%dm".formatted(128 + this.kept / 40),
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		command.addAll(SharedArchive.arguments(classPath));
		command.addAll(List.of("-Dlog4j2.level=WARN", "-cp", classPath, MailMain.class.getName(),
				String.valueOf(this.smtpPort), String.valueOf(this.apiPort), String.valueOf(this.kept)));
		return new ProcessBuilder(Priority.lower(command));
	}

	@Override
	boolean isReady() {
		return Ports.answers(this.smtpPort) && Http.isOk(api().resolve("/api/service/readiness"));
	}

}
