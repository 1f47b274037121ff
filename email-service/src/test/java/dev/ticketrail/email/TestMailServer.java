package dev.ticketrail.email;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail server that accepts every mail but those to {@code refused@…}. */
class TestMailServer extends GreenMail {

	TestMailServer(int port) {
		super(setup(port));
	}

	private static ServerSetup setup(int port) {
		ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
		setup.setServerStartupTimeout(30_000);
		return setup;
	}

	void startUnlessRunning() {
		if (!isRunning()) {
			start();
		}
	}

	/** The mails that a recipient has got. */
	List<MimeMessage> mailsTo(String address) {
		return Arrays.stream(getReceivedMessages()).filter((mail) -> isTo(mail, address)).toList();
	}

	private static boolean isTo(MimeMessage mail, String address) {
		try {
			return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers managers) {
		return super.createServices(config, new Managers() {

			@Override
			public ImapHostManager getImapHostManager() {
				return managers.getImapHostManager();
			}

			@Override
			public UserManager getUserManager() {
				return managers.getUserManager();
			}

			@Override
			public SmtpManager getSmtpManager() {
				return new ChoosySmtpManager(managers);
			}

		});
	}

	private static final class ChoosySmtpManager extends SmtpManager {

		ChoosySmtpManager(Managers managers) {
			super(managers.getImapHostManager(), managers.getUserManager());
		}

		@Override
		public String checkRecipient(SmtpState state, MailAddress recipient) {
			if (recipient.getEmail().startsWith("refused@")) {
				return "550 5.1.1 nobody of that name";
			}
			return super.checkRecipient(state, recipient);
		}

	}

}
