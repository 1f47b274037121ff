package dev.ticketrail.email;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server as a worker sees it. A connection is kept for the next mail, because to
 * open one costs more than the mail; there are as many as there are workers. Where the
 * server is and how long we wait for it is in {@code spring.mail}.
 */
@Component
class MailServer implements DisposableBean {

	private final JavaMailSenderImpl settings;

	private final Deque<Transport> idle = new ConcurrentLinkedDeque<>();

	MailServer(JavaMailSenderImpl settings) {
		this.settings = settings;
	}

	Session session() {
		return this.settings.getSession();
	}

	/**
	 * Hands the mail over, and returns when the server has accepted it.
	 * @throws dev.ticketrail.messaging.inbox.OutageException while the server cannot be
	 * reached, does not answer in time or asks us to come again (4xx)
	 * @throws dev.ticketrail.messaging.inbox.UnprocessableEventException where it refuses
	 * this recipient or this mail for good (5xx)
	 */
	void send(MimeMessage mail) {
		Transport connection = null;
		try {
			connection = connection();
			connection.sendMessage(mail, mail.getAllRecipients());
			this.idle.push(connection);
		}
		catch (MessagingException ex) {
			close(connection);
			throw MailServerReply.explain(ex);
		}
	}

	/** One that is still alive (it is asked), or a new one. */
	private Transport connection() throws MessagingException {
		for (Transport kept = this.idle.poll(); kept != null; kept = this.idle.poll()) {
			if (kept.isConnected()) {
				return kept;
			}
		}
		Transport fresh = session().getTransport(this.settings.getProtocol());
		fresh.connect(this.settings.getHost(), this.settings.getPort(), this.settings.getUsername(),
				this.settings.getPassword());
		return fresh;
	}

	private static void close(@Nullable Transport connection) {
		try {
			if (connection != null) {
				connection.close();
			}
		}
		catch (MessagingException _) {
			// it is as good as closed
		}
	}

	@Override
	public void destroy() {
		this.idle.forEach(MailServer::close);
	}

}
