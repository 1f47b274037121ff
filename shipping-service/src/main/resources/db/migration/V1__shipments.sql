-- One row for each order, for ever. The order's id is the business key: an old event that
-- comes again finds its row here, also when the inbox has forgotten it.
create table shipment (
	order_id             text        primary key,
	status               text        not null check (status in ('SHIPPED', 'VOIDED')),
	decided_at           timestamptz not null,
	parcel               jsonb,
	late_cancellation_at timestamptz,
	constraint shipped_with_a_parcel check ((status = 'SHIPPED') = (parcel is not null))
);
