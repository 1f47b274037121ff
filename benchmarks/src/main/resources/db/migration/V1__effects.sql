create table effect (
	event_id uuid not null,
	number   int  not null
);
