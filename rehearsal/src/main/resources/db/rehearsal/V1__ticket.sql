create table ticket (
	id         text        primary key,
	version    int         not null,
	status     text        not null,
	price      numeric     not null,
	dishes     jsonb       not null,
	clipped_at timestamptz not null
);
