-- Telephone lines and what they are subscribed to. Days are days since 1970-01-01 on the Korean calendar, ranges of them
-- half-open; a range without an end ends with 2932896 (9999-12-31). Money is in 1/100 won.

-- Every transaction that changes anything here adds one to the row first: whoever holds the row is alone, and two
-- settlements can tell whether anything has changed between them. Who closes a month holds it, too.
CREATE TABLE master (
    name TEXT PRIMARY KEY,
    n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO master (name, n) VALUES ('lines', 0);
-- Which lines each of these transactions may have touched: those behind `lo` up to and with `hi`. A transaction has a row
-- or more; a number without one may have touched all lines.
CREATE TABLE line_change (
    n INTEGER NOT NULL,
    lo INTEGER NOT NULL,
    hi INTEGER NOT NULL CHECK (hi >= lo),
    PRIMARY KEY (n, lo)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE
) STRICT;
-- What a plan costs from a day on, until its next version.
CREATE TABLE plan_version (
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    valid_from INTEGER NOT NULL,
    name TEXT NOT NULL,
    fee_minor INTEGER NOT NULL CHECK (fee_minor >= 0),
    -- NULL: as much as one likes
    allowance_bytes INTEGER CHECK (allowance_bytes >= 0),
    unit_bytes INTEGER NOT NULL CHECK (unit_bytes > 0),
    -- millionths of a won for a unit
    rate_micro INTEGER NOT NULL CHECK (rate_micro >= 0),
    -- most for what is beyond the allowance; 0: no limit
    cap_minor INTEGER NOT NULL CHECK (cap_minor >= 0),
    PRIMARY KEY (plan_id, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE vas (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE vas_version (
    vas_id INTEGER NOT NULL REFERENCES vas (id),
    valid_from INTEGER NOT NULL,
    name TEXT NOT NULL,
    fee_minor INTEGER NOT NULL CHECK (fee_minor >= 0),
    proratable INTEGER NOT NULL CHECK (proratable IN (0, 1)),
    PRIMARY KEY (vas_id, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    phone_ix BLOB NOT NULL CHECK (length(phone_ix) = 16),
    -- keyed digest of what is sealed
    content_ix BLOB NOT NULL CHECK (length(content_ix) = 16),
    sealed BLOB NOT NULL,
    key_id INTEGER NOT NULL,
    -- totals are cut to multiples of so many won
    round_unit INTEGER NOT NULL CHECK (round_unit IN (1, 10)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_phone ON customer (phone_ix);
-- Units of earlier days, for the bills of closed months: what a customer had before the month (202610) from which on
-- another one holds.
CREATE TABLE customer_unit (
    customer_id INTEGER NOT NULL,
    until INTEGER NOT NULL,
    round_unit INTEGER NOT NULL,
    PRIMARY KEY (customer_id, until)
) STRICT, WITHOUT ROWID;

CREATE TABLE line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    activated_on INTEGER NOT NULL,
    -- the last day, which is billed; NULL: it lives
    terminated_on INTEGER CHECK (terminated_on >= activated_on),
    -- since when it is suspended; its fees go on
    suspended_on INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX line_customer ON line (customer_id);

-- `seq` tells rows that begin on the same day apart: of several changes on one day the last one counts, the others have
-- no day left and are kept.
CREATE TABLE line_plan (
    line_id INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
    PRIMARY KEY (line_id, from_day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE line_vas (
    line_id INTEGER NOT NULL,
    vas_id INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
    PRIMARY KEY (line_id, vas_id, from_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE line_discount (
    line_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
    target TEXT NOT NULL CHECK (target IN ('plan', 'vas', 'overage', 'all')),
    kind TEXT NOT NULL CHECK (kind IN ('rate', 'fixed')),
    -- basis points, or 1/100 won
    value INTEGER NOT NULL CHECK (value >= 0),
    priority INTEGER NOT NULL,
    proratable INTEGER NOT NULL CHECK (proratable IN (0, 1)),
    PRIMARY KEY (line_id, code, from_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE micro_payment (
    line_id INTEGER NOT NULL,
    ref TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('approve', 'cancel')),
    approved_at INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
    -- the month (202610) it is billed in: its own, or the first that was not closed when it came
    period INTEGER NOT NULL,
    PRIMARY KEY (line_id, ref, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE line_usage (
    period INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (period, line_id)
) STRICT, WITHOUT ROWID;

-- Telephone numbers. Free: no line has it, and it is kept for nobody.
CREATE TABLE number (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phone_ix BLOB NOT NULL UNIQUE CHECK (length(phone_ix) = 16),
    sealed BLOB NOT NULL,
    key_id INTEGER NOT NULL,
    -- the line that has it
    line_id INTEGER UNIQUE,
    -- who had it last, and up to which day it is kept for them
    customer_id INTEGER,
    kept_until INTEGER,
    created_at INTEGER NOT NULL,
    CHECK ((customer_id IS NULL) = (kept_until IS NULL)),
    CHECK (line_id IS NULL OR kept_until IS NULL)
) STRICT;
CREATE INDEX number_kept ON number (customer_id, kept_until) WHERE customer_id IS NOT NULL;
CREATE INDEX number_free ON number (kept_until, id) WHERE line_id IS NULL;
