package dev.ticketrail.launcher;

import java.lang.reflect.Method;
import java.util.Properties;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.standalone.GreenMailApiServerBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * The main class of the mail server's own process.
 */
final class MailMain {

	static {
		// else Jakarta Mail searches the class path for it at each mail: half of our work
		System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
	}

	private MailMain() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		ServerSetup[] smtp = { new ServerSetup(Integer.parseInt(args[0]), "localhost", ServerSetup.PROTOCOL_SMTP) };
		GreenMailConfiguration configuration = new GreenMailConfiguration().withDisabledAuthentication();
		GreenMail greenMail = new GreenMail(smtp);
		greenMail.withConfiguration(configuration);
		greenMail.start();
		Mailboxes.limit(greenMail.getUserManager(), Integer.parseInt(args[2]));

		Properties api = new Properties();
		api.setProperty(GreenMailApiServerBuilder.GREENMAIL_API_HOSTNAME, "localhost");
		api.setProperty(GreenMailApiServerBuilder.GREENMAIL_API_PORT, args[1]);
		Object server = new GreenMailApiServerBuilder().configure(api)
			.withGreenMail(greenMail, smtp, configuration)
			.build();
		// its type is hidden, only GreenMail's own main class may call it
		Method start = server.getClass().getDeclaredMethod("start");
		start.setAccessible(true);
		start.invoke(server);
	}

}
