-- The arithmetic of refunds in plain SQL, for US dollars and the default policy. Both take the name of
-- a table of (id, paid, term, purchased_on, canceled_on, used, consumed).

-- As it is mostly written: a quotient of decimals is a DOUBLE, and round() settles it.
CREATE MACRO plain_refunds(source) AS TABLE
WITH facts AS (
  SELECT
    *,
    canceled_on - purchased_on AS since,
    (purchased_on + to_years(substr(term, 2, 1)::INTEGER))::DATE AS term_end
  FROM query_table(source)
), credits AS (
  SELECT
    *,
    CASE
      WHEN canceled_on >= term_end THEN 0
      WHEN since <= 5 AND NOT used THEN paid
      ELSE round(paid * (term_end - canceled_on) / (term_end - purchased_on), 2)
    END AS credit
  FROM facts
)
SELECT
  id,
  least(
    credit - CASE WHEN since <= 5 THEN 0 ELSE round(credit * 0.12, 2) END,
    greatest(50000 - consumed, 0)
  ) AS refund
FROM credits;

-- A quotient of whole numbers, half to even.
CREATE MACRO half_even(dividend, divisor) AS
  dividend // divisor + (
    2 * (dividend % divisor) > divisor
    OR (2 * (dividend % divisor) = divisor AND (dividend // divisor) % 2 = 1)
  )::BIGINT;

-- The same in whole cents: exact, as long as all that comes in is well-formed.
CREATE MACRO exact_refunds(source) AS TABLE
WITH facts AS (
  SELECT
    id,
    (paid * 100)::BIGINT AS cents,
    (consumed * 100)::BIGINT AS consumed_cents,
    used,
    canceled_on - purchased_on AS since,
    (purchased_on + to_years(substr(term, 2, 1)::INTEGER))::DATE AS term_end,
    term_end - purchased_on AS term_days,
    term_end - canceled_on AS remaining
  FROM query_table(source)
), credits AS (
  SELECT
    *,
    CASE
      WHEN remaining <= 0 THEN 0
      WHEN since <= 5 AND NOT used THEN cents
      ELSE half_even(cents * remaining, term_days)
    END AS credit
  FROM facts
)
SELECT
  id,
  least(
    credit - CASE WHEN since <= 5 THEN 0 ELSE half_even(credit * 12, 100) END,
    greatest(5000000 - consumed_cents, 0)
  )::DECIMAL(18, 2) / 100 AS refund
FROM credits;
