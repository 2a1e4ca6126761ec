-- The monthly settlement. A bill has no state of its own: it is that of its month. Money is in 1/100 won.

-- What is added to the bill of a month, or taken from it, before tax; for an earlier one, which is closed, or for
-- itself. Never changed: a mistake is mended by a further one.
CREATE TABLE bill_adjustment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    line_id INTEGER NOT NULL,
    -- the month (202610) whose bill has it, and the one that it is about
    period INTEGER NOT NULL,
    origin_period INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    reason TEXT NOT NULL,
    -- late use: all bytes of the month it is about, as they are known since; NULL: by hand
    used_bytes INTEGER CHECK (used_bytes >= 0),
    -- the operator's, so that it is made once
    key TEXT NOT NULL UNIQUE,
    actor TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CHECK (amount_minor <> 0 OR used_bytes IS NOT NULL)
) STRICT;
CREATE INDEX bill_adjustment_period ON bill_adjustment (period, line_id);
CREATE INDEX bill_adjustment_origin ON bill_adjustment (origin_period, line_id);

-- No foreign keys, as in `message`: rows are written by the thousand.
CREATE TABLE bill (
    period INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    plan_minor INTEGER NOT NULL,
    vas_minor INTEGER NOT NULL,
    overage_minor INTEGER NOT NULL,
    discount_minor INTEGER NOT NULL,
    adjust_minor INTEGER NOT NULL,
    supply_minor INTEGER NOT NULL CHECK (supply_minor = plan_minor + vas_minor + overage_minor - discount_minor + adjust_minor),
    vat_minor INTEGER NOT NULL,
    micro_minor INTEGER NOT NULL,
    -- brought from the month before; never positive
    carry_in_minor INTEGER NOT NULL CHECK (carry_in_minor <= 0),
    -- what was cut off; never positive
    round_minor INTEGER NOT NULL,
    total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
    -- left for the next month; never negative
    carry_out_minor INTEGER NOT NULL CHECK (carry_out_minor >= 0),
    -- digest of the line's code and all amounts
    digest INTEGER NOT NULL,
    -- the draft that wrote it
    draft INTEGER NOT NULL,
    PRIMARY KEY (period, line_id),
    CHECK (total_minor - carry_out_minor = supply_minor + vat_minor + micro_minor + carry_in_minor + round_minor)
) STRICT, WITHOUT ROWID;

-- Bills that a draft found different from the one before it. NULL: there was none.
CREATE TABLE bill_change (
    period INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    before_minor INTEGER,
    after_minor INTEGER,
    PRIMARY KEY (period, draft, line_id)
) STRICT, WITHOUT ROWID;

-- What each draft says of each site (JSON).
CREATE TABLE site_statement (
    period INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (period, draft, site_id)
) STRICT, WITHOUT ROWID;

-- What a provider says it did in a month: the last file that was compared with what we have.
CREATE TABLE provider_statement (
    period INTEGER NOT NULL,
    provider TEXT NOT NULL,
    -- of the file
    sha256 TEXT NOT NULL,
    -- what came out (JSON)
    body TEXT NOT NULL,
    actor TEXT NOT NULL,
    compared_at INTEGER NOT NULL,
    PRIMARY KEY (period, provider)
) STRICT, WITHOUT ROWID;
-- How it differs from that, and why that is right all the same.
CREATE TABLE statement_difference (
    period INTEGER NOT NULL,
    provider TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('only_ours', 'only_theirs', 'status_differs', 'price_differs')),
    channel TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    -- theirs less ours
    amount_minor INTEGER NOT NULL,
    -- the first of them (JSON)
    examples TEXT NOT NULL,
    -- NULL: nobody has accepted it
    reason TEXT,
    actor TEXT,
    accepted_at INTEGER,
    PRIMARY KEY (period, provider, kind, channel),
    CHECK ((reason IS NULL) = (accepted_at IS NULL))
) STRICT, WITHOUT ROWID;

-- What was deleted of closed months, and what it came to.
CREATE TABLE pruned (
    period INTEGER NOT NULL,
    what TEXT NOT NULL,
    rows_n INTEGER NOT NULL,
    -- sum of what was counted
    sum_n INTEGER NOT NULL,
    pruned_at INTEGER NOT NULL,
    PRIMARY KEY (period, what)
) STRICT, WITHOUT ROWID;

-- Jobs that are done in parts and go on where they were broken off. `fence` rises with each execution: whoever has an
-- older one writes nothing more.
CREATE TABLE batch_instance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job TEXT NOT NULL,
    job_key TEXT NOT NULL,
    fence INTEGER NOT NULL DEFAULT 0,
    UNIQUE (job, job_key)
) STRICT;
CREATE TABLE batch_execution (
    instance_id INTEGER NOT NULL REFERENCES batch_instance (id),
    fence INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'parked', 'failed', 'abandoned')),
    -- host and process
    owner TEXT NOT NULL,
    -- what its inputs were
    fingerprint TEXT NOT NULL,
    -- what came out (JSON)
    result TEXT,
    error TEXT,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (instance_id, fence)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX batch_execution_running ON batch_execution (instance_id) WHERE state = 'running';
-- Lines behind `lo` up to and with `hi`; those up to `cursor` are done.
CREATE TABLE batch_partition (
    instance_id INTEGER NOT NULL REFERENCES batch_instance (id),
    part INTEGER NOT NULL,
    lo INTEGER NOT NULL,
    hi INTEGER NOT NULL,
    cursor INTEGER NOT NULL CHECK (cursor BETWEEN lo AND hi),
    fence INTEGER NOT NULL,
    read_n INTEGER NOT NULL DEFAULT 0,
    write_n INTEGER NOT NULL DEFAULT 0,
    park_n INTEGER NOT NULL DEFAULT 0,
    commit_n INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (instance_id, part)
) STRICT, WITHOUT ROWID;
-- Items that could not be done, and why.
CREATE TABLE batch_park (
    instance_id INTEGER NOT NULL REFERENCES batch_instance (id),
    item_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (instance_id, item_id)
) STRICT, WITHOUT ROWID;
