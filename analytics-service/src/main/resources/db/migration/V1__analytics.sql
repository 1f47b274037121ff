-- Every event that was recorded. Its id is the key that makes all figures exact: whoever inserts the row counts the
-- event, whoever finds it there does not, whatever the inbox still remembers.
create table event_log (
	seq         bigint      generated always as identity,
	event_id    uuid        primary key,
	event_type  text        not null,
	event_key   text        not null,
	order_id    text,
	service     text        not null,
	occurred_at timestamptz not null,
	received_at timestamptz not null,
	data        jsonb       not null
);

create unique index event_log_by_seq on event_log (seq);
create index event_log_by_order on event_log (order_id, occurred_at, seq) where order_id is not null;

-- The reports exist in generations: a replay builds the next one beside the current one, then this one row changes.
-- Who records an event reads the row "for share"; who changes it locks the table exclusively, and waits for them.
create table current_generation (
	only_row   boolean primary key default true check (only_row),
	generation int     not null
);

insert into current_generation (generation) values (1);

-- The furthest that an order is known to have come. One that is cancelled stays cancelled, so that is the highest rank.
create table order_progress (
	generation    int      not null,
	order_id      text     not null,
	previous_rank smallint not null,
	rank          smallint not null,
	primary key (generation, order_id)
);

-- Sums. They are spread over shards, so that instances which count the same thing do not wait for each other; a report
-- adds the shards up.
create table figure (
	generation int     not null,
	report     text    not null check (report in ('EVENTS', 'ORDERS', 'REVENUE')),
	name       text    not null,
	shard      int     not null,
	value      numeric not null,
	primary key (generation, report, name, shard)
);

create table product_sales (
	generation int     not null,
	product_id text    not null,
	currency   text    not null,
	shard      int     not null,
	units      bigint  not null,
	revenue    numeric not null,
	primary key (generation, product_id, currency, shard)
);

-- One row a replay. Only one can run; one whose heartbeat stopped can be taken over.
create table replay (
	generation   int         primary key,
	status       text        not null check (status in ('RUNNING', 'DONE', 'FAILED')),
	started_at   timestamptz not null,
	heartbeat_at timestamptz not null,
	finished_at  timestamptz,
	events       bigint      not null default 0,
	reason       text
);

create unique index replay_running on replay (status) where status = 'RUNNING';

-- The events that the running replay has counted. Not unlogged: a crash of the database would empty it under the
-- replay's feet, which would then count its events again.
create table replayed_event (
	generation int  not null,
	event_id   uuid not null,
	primary key (generation, event_id)
);
