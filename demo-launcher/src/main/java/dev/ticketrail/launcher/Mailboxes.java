package dev.ticketrail.launcher;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.Flags;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

/**
 * Keeps the latest mails of all mailboxes together, and deletes older ones: at most as
 * many are there as it is told, and after a deletion a twentieth less.
 */
final class Mailboxes {

	/**
	 * GreenMail looks through a mailbox to find a mail in it, so old ones are deleted
	 * together: in so many lots.
	 */
	private static final int LOTS = 20;

	private final UserManager users;

	private final int kept;

	/** Where mails arrived, in that order; used by one thread only. */
	private final Queue<MailFolder> arrivals = new ArrayDeque<>();

	/** Deletes outside of the delivery, which holds locks. */
	private final ExecutorService cleaner = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

	private Mailboxes(UserManager users, int kept) {
		this.users = users;
		this.kept = kept;
	}

	static void limit(UserManager users, int kept) {
		Mailboxes mailboxes = new Mailboxes(users, kept);
		users.setMessageDeliveryHandler((_, address) -> mailboxes.owner(address.getEmail()));
	}

	/** Every address has a mailbox: it is made when the first mail comes. */
	private synchronized GreenMailUser owner(String email) throws UserException {
		GreenMailUser known = this.users.getUserByEmail(email);
		if (known != null) {
			return known;
		}
		GreenMailUser user = this.users.createUser(email, email, email);
		try {
			MailFolder inbox = this.users.getImapHostManager().getInbox(user);
			inbox.addListener(new Arrival(inbox));
			return user;
		}
		catch (FolderException ex) {
			throw new UserException(ex);
		}
	}

	private void arrived(MailFolder inbox) {
		this.arrivals.add(inbox);
		if (this.arrivals.size() > this.kept) {
			Map<MailFolder, Long> oldest = Stream.generate(this.arrivals::remove)
				.limit(Math.max(1, this.kept / LOTS))
				.collect(groupingBy(identity(), counting()));
			oldest.forEach(Mailboxes::deleteOldest);
		}
	}

	private static void deleteOldest(MailFolder inbox, long number) {
		try {
			for (long uid : Arrays.stream(inbox.getMessageUids()).limit(number).toArray()) {
				inbox.setFlags(new Flags(Flags.Flag.DELETED), true, uid, null, true);
			}
			inbox.expunge();
		}
		catch (FolderException _) {
			// somebody else has deleted them
		}
	}

	/** Tells of each mail that comes into one mailbox. */
	private final class Arrival implements FolderListener {

		private final MailFolder inbox;

		Arrival(MailFolder inbox) {
			this.inbox = inbox;
		}

		@Override
		public void added(int number) {
			Mailboxes.this.cleaner.execute(() -> arrived(this.inbox));
		}

		@Override
		public void expunged(int number) {
		}

		@Override
		public void flagsUpdated(int number, Flags flags, Long uid) {
		}

		@Override
		public void mailboxDeleted() {
		}

	}

}
