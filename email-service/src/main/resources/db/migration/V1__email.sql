-- What was mailed to whom. The id holds the id of the event that caused the mail,
-- so that the primary key alone keeps a second mail from being written for it.
create table email (
	email_id     text primary key,
	order_id     text,
	recipient    text not null,
	subject      text not null,
	template     text not null,
	status       text not null check (status in ('REQUESTED', 'SENT')),
	requested_at timestamptz not null,
	sent_at      timestamptz,
	check ((status = 'SENT') = (sent_at is not null))
);

create index email_order on email (order_id) where order_id is not null;
create index email_recipient on email (recipient);
create index email_newest on email (requested_at);
