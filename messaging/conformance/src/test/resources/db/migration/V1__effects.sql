create table effect (
	ticket_id text not null,
	position  bigint generated always as identity
);
