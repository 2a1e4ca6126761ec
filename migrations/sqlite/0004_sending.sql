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
    state TEXT NOT NULL CHECK (state IN ('planning', 'awaiting', 'running', 'paused', 'done', 'cancelled')),
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

-- One message to one person, as planned; nothing here changes until the person is erased. Where it stands is told by
-- the others: its row in `result` when it is over, its row in `queue` from the second attempt on, otherwise the batch
-- between whose `first_id` and `last_id` it lies. `route` lists the channels it may take.
-- No foreign keys from here on: rows are written by the thousand, each in the transaction that has just read or made
-- its parent, and a check of each would cost as much as the row.
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    recipient_id INTEGER,
    phone_ix BLOB NOT NULL,
    sealed BLOB,
    key_id INTEGER NOT NULL,
    route TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_person ON message (phone_ix);

-- One call to a provider, planned or made. The first attempts of a plan lie in batches from the beginning, as ranges of
-- message ids; later ones are gathered from `queue` and listed in `attempt`.
-- `entered_at` and `left_at` are by the steady clock: between them the call may arrive, so a limit counts it
-- from the one until a window after the other (NULL: under way). Without an answer the batch is in `doubt`, and an
-- empty look-up is proof of absence from `proof_at` on.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    -- the place of the channel in the route of its messages
    step INTEGER NOT NULL,
    -- the way of all its messages, where it is a range
    route TEXT,
    -- its people agreed to advertising at night
    night INTEGER NOT NULL,
    first_id INTEGER,
    last_id INTEGER,
    size INTEGER NOT NULL,
    -- messages without a final word
    open INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'answered', 'doubt', 'recalled')),
    -- planned: not before
    due_at INTEGER NOT NULL,
    -- calls
    tries INTEGER NOT NULL,
    provider TEXT,
    rate_group TEXT,
    -- the sender that made the call
    owner INTEGER,
    claimed_at INTEGER,
    ended_at INTEGER,
    entered_at INTEGER,
    left_at INTEGER,
    proof_at INTEGER,
    -- when the provider is asked about what is still open (steady clock)
    ask_at INTEGER,
    asked INTEGER NOT NULL,
    error TEXT,
    -- the provider's ids of those it took, by message: a JSON object
    provider_ids TEXT
) STRICT;
CREATE INDEX batch_first ON batch (first_id);
CREATE INDEX batch_planned ON batch (campaign_id, channel, due_at, id) WHERE state = 'planned';
CREATE INDEX batch_window ON batch (rate_group, left_at);
CREATE INDEX batch_timeline ON batch (rate_group, entered_at, id);
CREATE INDEX batch_under_way ON batch (owner) WHERE state = 'sending';
CREATE INDEX batch_doubt ON batch (owner) WHERE state = 'doubt';
CREATE INDEX batch_open ON batch (campaign_id, ask_at) WHERE open > 0;

-- Messages on their second attempt and later, and those whose first is in doubt by themselves.
CREATE TABLE queue (
    message_id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    step INTEGER NOT NULL,
    night INTEGER NOT NULL,
    -- `queued`: waits for its turn; `sending`: in its batch; `unknown`: in doubt by itself
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unknown')),
    -- the batch of the latest attempt
    batch_id INTEGER,
    -- attempts on the present channel
    tries INTEGER NOT NULL,
    -- not before
    due_at INTEGER NOT NULL,
    code TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX queue_due ON queue (campaign_id, channel, due_at, message_id) WHERE state = 'queued';
CREATE INDEX queue_doubt ON queue (campaign_id) WHERE state = 'unknown';

-- How a message ended. One row, written once.
CREATE TABLE result (
    message_id INTEGER PRIMARY KEY,
    -- the batch of the attempt that decided; NULL: there was none
    batch_id INTEGER,
    channel TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('delivered', 'failed', 'cancelled')),
    code TEXT NOT NULL,
    price_minor INTEGER NOT NULL,
    reported_at INTEGER,
    at INTEGER NOT NULL
) STRICT;

-- What was said of single attempts: of all those that did not simply deliver, and a row for each message of a batch that
-- is no range. `prev_batch_id` leads to the attempt before it.
CREATE TABLE attempt (
    batch_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    prev_batch_id INTEGER,
    state TEXT NOT NULL CHECK (state IN ('sending', 'delivered', 'failed', 'unknown', 'absent')),
    provider_id TEXT,
    class TEXT,
    code TEXT,
    detail TEXT,
    reported_at INTEGER,
    PRIMARY KEY (batch_id, message_id)
) STRICT, WITHOUT ROWID;

-- Processes that send. The number is their fencing token: whoever was fenced writes nothing more, and makes no calls.
CREATE TABLE sender (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    host TEXT NOT NULL,
    -- boot, process namespace, number and start: tells whether it is still there, on the same machine
    process TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    beat_at INTEGER NOT NULL,
    -- by the steady clock
    lease_until INTEGER NOT NULL,
    ended_at INTEGER,
    fenced_by INTEGER
) STRICT;
CREATE INDEX sender_alive ON sender (id) WHERE ended_at IS NULL;

-- The steady clock: what is to be added to the time since boot, for each boot of each machine.
CREATE TABLE steady_clock (
    boot TEXT PRIMARY KEY,
    offset_us INTEGER NOT NULL,
    -- the latest time it showed, and what the calendar's clock showed then
    seen_us INTEGER NOT NULL,
    wall_us INTEGER NOT NULL
) STRICT;

-- Limits as they were applied, one row a group: the lock of its reservations.
CREATE TABLE rate_group (
    name TEXT PRIMARY KEY,
    limit_n INTEGER NOT NULL,
    window_us INTEGER NOT NULL,
    -- in force since (steady clock)
    since INTEGER NOT NULL
) STRICT;

-- A site's own limits inside a channel.
CREATE TABLE site_rate (
    site_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    limit_n INTEGER NOT NULL,
    window_us INTEGER NOT NULL,
    PRIMARY KEY (site_id, channel)
) STRICT, WITHOUT ROWID;

-- Where polling of a provider stands.
CREATE TABLE report_cursor (
    provider TEXT PRIMARY KEY,
    cursor TEXT NOT NULL,
    polled_at INTEGER NOT NULL,
    strangers INTEGER NOT NULL
) STRICT;

-- The way of a channel through a provider, where it is not simply open. `stopped`: for a reason of ours, until the
-- operator resumes. `open` and `half-open` are states of its circuit breaker (`until_us` by the steady clock).
CREATE TABLE route (
    provider TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('closed', 'open', 'half-open', 'stopped')),
    class TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    since INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    until_us INTEGER NOT NULL,
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
