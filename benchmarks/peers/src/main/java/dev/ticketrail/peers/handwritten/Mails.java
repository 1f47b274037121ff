package dev.ticketrail.peers.handwritten;

import java.util.List;
import java.util.Set;

import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.peers.twin.Outgoing;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

@Component
@Profile("handwritten & email")
class Mails implements Role {

	private record Mail(String orderId, String template, String address) {

		private String id() {
			return this.orderId + "/" + this.template;
		}

	}

	private static final String NOTE = """
			insert into email (id, order_id, template, status, sent_at)
			select id, order_id, template, 'SENT', now() from unnest(?, ?, ?) new (id, order_id, template)
			on conflict do nothing returning id""";

	private final Json json;

	private final JdbcTemplate jdbc;

	private final JavaMailSender sender;

	Mails(Json json, JdbcTemplate jdbc, JavaMailSender sender) {
		this.json = json;
		this.jdbc = jdbc;
		this.sender = sender;
	}

	@Override
	public List<String> topics() {
		return List.of(OrderPlaced.TYPE, OrderShipped.TYPE);
	}

	@Override
	public List<Outgoing> take(String topic, List<Received> events) {
		List<Mail> mails = topic.equals(OrderPlaced.TYPE)
				? this.json.read(events, OrderPlaced.class)
					.stream()
					.map((order) -> new Mail(order.orderId(), "placed", order.customer().email()))
					.toList()
				: this.json.read(events, OrderShipped.class)
					.stream()
					.map((order) -> new Mail(order.orderId(), "shipped", order.customer().email()))
					.toList();
		Set<String> fresh = Set.copyOf(this.jdbc.queryForList(NOTE, String.class, Sql.texts(mails, Mail::id),
				Sql.texts(mails, Mail::orderId), Sql.texts(mails, Mail::template)));
		this.sender.send(mails.stream()
			.filter((mail) -> fresh.contains(mail.id()))
			.map(Mails::message)
			.toArray(SimpleMailMessage[]::new));
		return List.of();
	}

	private static SimpleMailMessage message(Mail mail) {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom("shop@example.com");
		message.setTo(mail.address());
		message.setSubject("Your order " + mail.orderId());
		message.setText("Your order has been " + mail.template() + ".");
		return message;
	}

}
