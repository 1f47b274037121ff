-- What the report of stuck orders looks for, beside orders_open.
create index orders_unrefunded on orders (status_since) where status = 'CANCELLED' and paid and not refunded;
