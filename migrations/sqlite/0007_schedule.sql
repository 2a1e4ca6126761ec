-- Nothing of it is sent before (by the calendar); NULL: it begins when it is planned.
ALTER TABLE campaign ADD COLUMN begins_at INTEGER;

-- Sends that come again and again. The request is pinned when the schedule is made: its template keeps its version.
-- Each time is planned as a campaign with the key `sch_ID:TIME`, so that it is sent once, however many workers there are.
CREATE TABLE schedule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES site (id),
    -- the operator's idempotency key
    key TEXT,
    -- what is sent, to whom (JSON)
    request TEXT NOT NULL,
    -- five fields, Korean time
    cron TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'removed')),
    -- the next time by the calendar
    next_at INTEGER NOT NULL,
    last_at INTEGER,
    last_campaign_id INTEGER,
    -- what became of the last time, where nothing was sent
    note TEXT,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    UNIQUE (site_id, key)
) STRICT;
CREATE INDEX schedule_due ON schedule (next_at) WHERE state = 'active';
