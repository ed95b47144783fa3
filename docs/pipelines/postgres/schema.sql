-- A customer, and where the work on their requests stands.
create table customers (
  key text primary key,
  ledger json, -- json keeps the bytes as they are; null before the first refund
  fault json, -- why the ledger is put aside; null where it is none, or a good one
  next_request bigint -- the oldest request without a result; null where every one has its result
);
create index on customers (next_request) where next_request is not null;

create table requests (
  place bigint generated always as identity primary key,
  key text not null references customers,
  request text not null -- as it came, even where it is no JSON
);
create index on requests (key, place);

create table results (
  place bigint primary key references requests, -- so that no request gets two
  result json not null
);

-- Takes a request in. The customer is locked before the request gets its place, so that a customer's
-- places are given in the order in which they are committed: no worker can pass over an earlier one.
create function send_request(customer text, request text) returns void language sql as $$
  insert into customers (key) values (customer) on conflict (key) do update set key = customer;
  insert into requests (key, request) values (customer, request);
  update customers set next_request = coalesce(next_request, lastval()) where key = customer;
$$;
