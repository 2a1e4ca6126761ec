-- Blocks of message ids.
CREATE TABLE sequence (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT;
INSERT INTO sequence (name, next) VALUES ('message', 1);

-- One bulk send. Texts and settings are pinned here when it is planned.
CREATE TABLE campaign (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES site (id),
    key TEXT,
    request_hash TEXT NOT NULL,
    plan_hash TEXT,
    state TEXT NOT NULL CHECK (state IN ('planning', 'running', 'paused', 'done', 'cancelled')),
    note TEXT,
    lane TEXT NOT NULL,
    strategy TEXT NOT NULL,
    template_id INTEGER REFERENCES template (id),
    template_version INTEGER,
    -- what the messages are made of (JSON), fixed when it was planned
    content TEXT NOT NULL,
    -- what the plan found (JSON)
    plan TEXT NOT NULL,
    total INTEGER NOT NULL,
    -- the ids of its messages lie between these
    first_id INTEGER,
    last_id INTEGER,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    UNIQUE (site_id, key)
) STRICT;
CREATE INDEX campaign_open ON campaign (id) WHERE finished_at IS NULL;

-- One message to one person. No foreign keys here and in `attempt`: they are written by the thousand, each
-- in the transaction that has just read or made its parent, and a check of each would cost as much as the row.
-- A message in `sending` whose batch is `answered` is what people see as `accepted`. `route` lists the channels it may take, `step` is where it stands.
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    recipient_id INTEGER,
    phone_ix BLOB NOT NULL,
    sealed BLOB,
    key_id INTEGER NOT NULL,
    route TEXT NOT NULL,
    step INTEGER NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown', 'cancelled')),
    -- the batch of the latest attempt
    batch_id INTEGER,
    -- attempts on the present channel
    tries INTEGER NOT NULL,
    -- not before
    due_at INTEGER NOT NULL,
    price_minor INTEGER,
    code TEXT,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_queue ON message (campaign_id, channel, due_at, id) WHERE state = 'queued';
CREATE INDEX message_doubt ON message (campaign_id) WHERE state = 'unknown';
CREATE INDEX message_person ON message (phone_ix);

-- One call to a provider. `ended_at` is when it can no longer arrive there (NULL: under way):
-- the limit of its rate group counts it until a window after that.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    channel TEXT NOT NULL,
    provider TEXT NOT NULL,
    rate_group TEXT NOT NULL,
    size INTEGER NOT NULL,
    -- attempts without a final word
    open INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'answered', 'doubt')),
    owner TEXT NOT NULL,
    claimed_at INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    ended_at INTEGER,
    -- when the provider is asked about what is still open
    ask_at INTEGER,
    asked INTEGER NOT NULL,
    error TEXT,
    -- the provider's ids by message, a JSON object, where it took the whole batch
    provider_ids TEXT
) STRICT;
CREATE INDEX batch_window ON batch (rate_group, ended_at);
CREATE INDEX batch_timeline ON batch (rate_group, claimed_at, id);
CREATE INDEX batch_under_way ON batch (rate_group) WHERE ended_at IS NULL;
CREATE INDEX batch_open ON batch (campaign_id, ask_at) WHERE open > 0;

-- One message in one batch. `prev_batch_id` leads to the attempt before it.
CREATE TABLE attempt (
    batch_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    prev_batch_id INTEGER,
    state TEXT NOT NULL CHECK (state IN ('sending', 'accepted', 'delivered', 'failed', 'unknown', 'absent')),
    provider_id TEXT,
    class TEXT,
    code TEXT,
    detail TEXT,
    reported_at INTEGER,
    PRIMARY KEY (batch_id, message_id)
) STRICT, WITHOUT ROWID;

-- Limits as they were applied, one row a group: the lock of its reservations.
CREATE TABLE rate_group (
    name TEXT PRIMARY KEY,
    limit_n INTEGER NOT NULL,
    window_us INTEGER NOT NULL,
    -- in force since
    since INTEGER NOT NULL
) STRICT;

-- Where polling of a provider stands.
CREATE TABLE report_cursor (
    provider TEXT PRIMARY KEY,
    cursor TEXT NOT NULL,
    polled_at INTEGER NOT NULL,
    strangers INTEGER NOT NULL
) STRICT;

-- Why a route does not send just now.
CREATE TABLE route_stop (
    provider TEXT NOT NULL,
    channel TEXT NOT NULL,
    class TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (provider, channel)
) STRICT, WITHOUT ROWID;

-- Final results, rolled up as they are written: statistics do not count messages.
CREATE TABLE tally (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    day TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    code TEXT NOT NULL,
    n INTEGER NOT NULL,
    price_minor INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, day, channel, state, code)
) STRICT, WITHOUT ROWID;
