create table products (
	id    varchar(40)    primary key,
	name  varchar(200)   not null,
	price numeric(12, 2) not null check (price > 0)
);

insert into products (id, name, price) values
	('PROD-001', 'Espresso Cup',       29.99),
	('PROD-002', 'Coffee Grinder',     89.00),
	('PROD-003', 'Milk Jug',           19.50),
	('PROD-004', 'Tamper',             24.90),
	('PROD-005', 'Scale',              59.00),
	('PROD-006', 'Kettle',             74.95),
	('PROD-007', 'Limited Roast',      18.00),
	('PROD-008', 'Filter Papers',       6.50),
	('PROD-009', 'Dripper',            32.00),
	('PROD-010', 'Server Jug',         27.40),
	('PROD-013', 'Discontinued Press', 45.00),
	('PROD-042', 'Moka Pot',           49.99);

create table users (
	id            varchar(40)  primary key,
	version       integer      not null,
	name          varchar(200) not null,
	email         varchar(254) not null,
	registered_at timestamptz              -- null: a guest
);

-- An order is read and written whole, so its lines and its history are columns, not tables.
-- No foreign key to users: a user is never removed, and the check would lock one busy user's row for every order.
create table orders (
	id                  varchar(40)    primary key,
	version             integer        not null,
	user_id             varchar(40)    not null,
	customer_name       varchar(200)   not null,
	customer_email      varchar(254)   not null,
	lines               jsonb          not null,
	total               numeric(14, 2) not null check (total > 0),
	street              varchar(200)   not null,
	city                varchar(200)   not null,
	postcode            varchar(200)   not null,
	placed_at           timestamptz    not null,
	status              varchar(20)    not null check (status in ('PLACED', 'CONFIRMED', 'SHIPPED', 'CANCELLED')),
	status_since        timestamptz    not null,
	cancellation_reason varchar(40)    check ((status = 'CANCELLED') = (cancellation_reason is not null)),
	paid                boolean        not null,
	reserved            boolean        not null,
	refunded            boolean        not null,
	history             jsonb          not null
);

-- For StuckOrders: holds the open orders only, so it stays small.
create index orders_open on orders (status_since) where status in ('PLACED', 'CONFIRMED');

create table idempotency_key (
	key          varchar(200) primary key,
	request_hash bytea        not null,
	order_id     varchar(40)  not null,
	claimed_at   timestamptz  not null
);

create index idempotency_key_claimed_at on idempotency_key (claimed_at);
