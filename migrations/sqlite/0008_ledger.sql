-- Prepaid credits. Money is in 1/100 won; a credit is a won without VAT. What customers own is positive, so that the
-- entries of every journal add up to nothing.

-- How a site pays: `none`: nothing is held or charged; `prepaid`: from its credits.
ALTER TABLE site ADD COLUMN billing TEXT NOT NULL DEFAULT 'none';
-- below this its operators are told, once each time; NULL: never
ALTER TABLE site ADD COLUMN low_balance_minor INTEGER;
-- 1: they have been told since the balance was last above
ALTER TABLE site ADD COLUMN low_balance_said INTEGER NOT NULL DEFAULT 0;

-- Months of the Korean calendar (202610), by which everything is booked. Nothing is booked into a closed one.
CREATE TABLE period (
    ym INTEGER PRIMARY KEY,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    days INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'draft', 'closed')),
    draft INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER,
    -- the last journal that may be booked into it
    close_journal INTEGER,
    control_hash TEXT,
    CHECK ((state = 'closed') = (close_journal IS NOT NULL))
) STRICT;

-- What is booked to. `floor_minor` and `balance_minor` are kept for the accounts of sites only: those of the platform
-- would be rows that every batch of every site waits for. Their ids are made from what they are (`domain::ledger`).
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    site_id INTEGER REFERENCES site (id),
    floor_minor INTEGER,
    balance_minor INTEGER,
    -- entries so far
    seq INTEGER NOT NULL DEFAULT 0,
    CHECK (floor_minor IS NULL OR balance_minor >= floor_minor)
) STRICT;

-- One business event; never changed. Ids are in the order of booking.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    site_id INTEGER NOT NULL,
    -- where it is booked, and where it happened
    period INTEGER NOT NULL,
    origin_period INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    posted_at INTEGER NOT NULL,
    -- the operation that an operator asked for; NULL: what became of messages
    op_key TEXT,
    -- what it is about: `campaign`, `payment`, `usage`, `hold`
    ref_kind TEXT,
    ref_id INTEGER,
    -- the journal that it takes back
    reverses INTEGER UNIQUE,
    actor TEXT NOT NULL,
    memo TEXT
) STRICT;
CREATE INDEX journal_site ON journal (site_id, id);
CREATE INDEX journal_period ON journal (period, site_id);
CREATE INDEX journal_op ON journal (site_id, op_key) WHERE op_key IS NOT NULL;

CREATE TABLE entry (
    journal_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    -- the place among the account's entries, and its balance from then on: a chain that can be checked
    acct_seq INTEGER,
    balance_minor INTEGER,
    PRIMARY KEY (journal_id, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX entry_account ON entry (account_id, acct_seq) WHERE acct_seq IS NOT NULL;

-- What operators asked for, by a key of their own or one that was made for them. The same key again gives the same
-- answer; a refusal is remembered, too. `intent`: asked for, and not known to be done.
CREATE TABLE op (
    site_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    verb TEXT NOT NULL,
    request TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('intent', 'ok', 'rejected')),
    code TEXT,
    result TEXT,
    actor TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (site_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    method TEXT NOT NULL,
    net_minor INTEGER NOT NULL CHECK (net_minor > 0),
    vat_minor INTEGER NOT NULL CHECK (vat_minor >= 0),
    gross_minor INTEGER NOT NULL CHECK (gross_minor = net_minor + vat_minor),
    state TEXT NOT NULL CHECK (state IN ('pending', 'paid', 'failed', 'unknown', 'cancelled', 'reversed')),
    -- the gateway's, or the bank's, name for it
    gateway_tx TEXT,
    journal_id INTEGER,
    created_at INTEGER NOT NULL,
    paid_at INTEGER,
    CHECK ((state IN ('paid', 'reversed')) = (journal_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX payment_gateway ON payment (method, gateway_tx) WHERE gateway_tx IS NOT NULL;
CREATE INDEX payment_site ON payment (site_id, id);

-- A complete set of prices, valid until the next book of the same owner; site 0 is everybody without a book of its own.
CREATE TABLE price_book (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    note TEXT,
    actor TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (site_id, valid_from)
) STRICT;
CREATE TABLE price (
    book_id INTEGER NOT NULL REFERENCES price_book (id),
    channel TEXT NOT NULL,
    unit_minor INTEGER NOT NULL CHECK (unit_minor >= 0),
    PRIMARY KEY (book_id, channel)
) STRICT, WITHOUT ROWID;

-- What a campaign may cost at most, set aside. A message that ends takes its share out of it: what was delivered is
-- captured, the rest released.
CREATE TABLE hold (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    -- the first, and one more for each time that its failures are tried again
    seq INTEGER NOT NULL,
    -- NULL: the prices of the configuration file
    book_id INTEGER,
    authorized_minor INTEGER NOT NULL CHECK (authorized_minor >= 0),
    captured_minor INTEGER NOT NULL DEFAULT 0 CHECK (captured_minor >= 0),
    released_minor INTEGER NOT NULL DEFAULT 0 CHECK (released_minor >= 0),
    -- delivered after it was closed or had expired
    late_minor INTEGER NOT NULL DEFAULT 0 CHECK (late_minor >= 0),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'expired')),
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    UNIQUE (campaign_id, seq),
    CHECK (captured_minor + released_minor <= authorized_minor),
    CHECK (state = 'open' OR captured_minor + released_minor = authorized_minor)
) STRICT;
CREATE UNIQUE INDEX hold_open ON hold (campaign_id) WHERE state = 'open';
CREATE INDEX hold_site ON hold (site_id, id);

-- What was charged: one row for a campaign, a channel and a price in each month that it was booked in.
CREATE TABLE usage_charge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    hold_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    unit_minor INTEGER NOT NULL CHECK (unit_minor >= 0),
    period INTEGER NOT NULL,
    origin_period INTEGER NOT NULL,
    -- 1: charged after the hold had ended
    late INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    total_minor INTEGER NOT NULL CHECK (total_minor = quantity * unit_minor),
    refunded_minor INTEGER NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND total_minor),
    UNIQUE (hold_id, channel, unit_minor, period, origin_period, late)
) STRICT;
CREATE INDEX usage_charge_campaign ON usage_charge (campaign_id);
CREATE INDEX usage_charge_site ON usage_charge (site_id, id);

-- Topping up by itself.
CREATE TABLE autocharge_rule (
    site_id INTEGER PRIMARY KEY REFERENCES site (id),
    enabled INTEGER NOT NULL,
    threshold_minor INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('fixed', 'cover-shortfall')),
    cooldown_us INTEGER NOT NULL,
    max_per_day INTEGER NOT NULL,
    max_month_minor INTEGER NOT NULL,
    -- declines in a row after which it is switched off
    max_declines INTEGER NOT NULL,
    -- the gateway's name for the means of payment
    token TEXT,
    -- declines in a row
    declines INTEGER NOT NULL DEFAULT 0,
    -- when a charge was last asked for and could not be made yet; NULL: none waits
    wanted_at INTEGER,
    -- 1: it was asked for since the balance was last above the threshold
    low INTEGER NOT NULL DEFAULT 0,
    -- 1: it was said that no charge is possible any more
    blocked_said INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE autocharge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    net_minor INTEGER NOT NULL CHECK (net_minor > 0),
    state TEXT NOT NULL CHECK (state IN ('requested', 'processing', 'unknown', 'succeeded', 'declined', 'cancelled')),
    payment_id INTEGER,
    detail TEXT,
    created_at INTEGER NOT NULL,
    -- when the gateway was last asked, by the wall clock: nobody else asks while that is recent
    asked_at INTEGER,
    ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX autocharge_in_flight ON autocharge (site_id) WHERE state IN ('requested', 'processing', 'unknown');
CREATE INDEX autocharge_site ON autocharge (site_id, id);

-- What operators and sites are to be told, each once.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- says what it is about: the same is not said twice
    dedupe TEXT NOT NULL UNIQUE,
    payload TEXT NOT NULL,
    -- `log`, `callback`, `alert`: where it still has to go
    target TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ready', 'leased', 'sent', 'skipped', 'dead')),
    attempts INTEGER NOT NULL DEFAULT 0,
    -- when it is to be tried (again), or, leased, until when nobody else tries; by the wall clock
    due_at INTEGER NOT NULL,
    -- why it could not be told
    detail TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER
) STRICT;
CREATE INDEX notice_due ON notice (due_at) WHERE state IN ('ready', 'leased');

-- What was booked in each month, as it was when the month was closed: by site, kind and account.
CREATE TABLE closing (
    period INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (period, site_id, kind, account_id)
) STRICT, WITHOUT ROWID;

-- How far the books have been proven: the accounts' sums as they were then are in `result` (JSON).
CREATE TABLE verified (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    journal_id INTEGER NOT NULL,
    result TEXT NOT NULL,
    seal TEXT,
    at INTEGER NOT NULL
) STRICT;

INSERT INTO account (id, code) VALUES
    (1, 'platform:vat'), (2, 'platform:promo'), (3, 'platform:breakage'), (4, 'platform:payout'), (5, 'platform:adjust'),
    (10, 'cash:bank'), (11, 'cash:card'), (12, 'cash:virtual-account'), (13, 'cash:gateway'), (14, 'cash:other'),
    (20, 'revenue:alimtalk'), (21, 'revenue:sms'), (22, 'revenue:lms'), (23, 'revenue:mms'), (24, 'revenue:rcs'),
    (25, 'revenue:email'), (26, 'revenue:push'),
    (40, 'refund:alimtalk'), (41, 'refund:sms'), (42, 'refund:lms'), (43, 'refund:mms'), (44, 'refund:rcs'),
    (45, 'refund:email'), (46, 'refund:push');

-- Booked is booked: mistakes are mended by further journals.
CREATE TRIGGER journal_closed BEFORE INSERT ON journal
    WHEN (SELECT state FROM period WHERE ym = NEW.period) = 'closed'
    BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER journal_kept BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journals are never changed'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journals are never changed'); END;
CREATE TRIGGER entry_kept BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
