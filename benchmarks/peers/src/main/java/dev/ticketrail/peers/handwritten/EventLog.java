package dev.ticketrail.peers.handwritten;

import java.util.List;

import dev.ticketrail.peers.twin.Outgoing;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@Profile("handwritten & analytics")
class EventLog implements Role {

	private static final String LOG = """
			insert into event_log (event_id, event_type, order_id, received_at, data)
			select id, ?, order_id, now(), data from unnest(?, ?, ?) new (id, order_id, data)
			on conflict do nothing""";

	private final Json json;

	private final JdbcTemplate jdbc;

	EventLog(Json json, JdbcTemplate jdbc) {
		this.json = json;
		this.jdbc = jdbc;
	}

	@Override
	public List<String> topics() {
		return Topics.ALL;
	}

	@Override
	public List<Outgoing> take(String topic, List<Received> events) {
		this.jdbc.update(LOG, topic, Sql.texts(events, Received::eventId), Sql.texts(events, this.json::orderId),
				Sql.texts(events, Received::payload));
		return List.of();
	}

}
