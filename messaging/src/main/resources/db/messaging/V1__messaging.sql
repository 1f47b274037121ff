-- Every event that a group has processed. Inserted first: who gets no row back has seen the event before.
create table processed_event (
	consumer_group text        not null,
	event_id       uuid        not null,
	processed_at   timestamptz not null,
	primary key (consumer_group, event_id)
);

create index processed_event_by_time on processed_event (processed_at);

-- Events that are committed and not yet acknowledged by the broker. A row is deleted once it is.
create table outbox (
	id          bigint      generated always as identity primary key,
	event_id    uuid        not null,
	topic       text        not null,
	message_key text        not null,
	payload     text        not null,
	traceparent text        not null,
	occurred_at timestamptz not null,
	-- set while the row is parked: the broker refused it, and its aggregate waits until then
	retry_at    timestamptz,
	attempts    int         not null default 0,
	error       text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create index outbox_parked on outbox (message_key, id) where retry_at is not null;

create table dead_letter (
	id              uuid        primary key,
	topic           text        not null,
	consumer_group  text        not null,
	event_id        uuid,
	event_type      text,
	message_key     text,
	source          text,
	traceparent     text,
	payload         bytea,
	reason          text        not null,
	attempts        int         not null,
	first_failed_at timestamptz not null,
	last_failed_at  timestamptz not null,
	status          text        not null check (status in ('PARKED', 'REDRIVEN', 'DISCARDED'))
);

create index dead_letter_by_status on dead_letter (status, last_failed_at desc, id);

-- What was done about a dead letter.
create table dead_letter_attempt (
	dead_letter_id uuid        not null references dead_letter (id) on delete cascade,
	at             timestamptz not null,
	action         text        not null,
	outcome        text        not null,
	payload        bytea
);

create index dead_letter_attempt_of on dead_letter_attempt (dead_letter_id, at);
