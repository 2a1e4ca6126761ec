-- What protects recipients and operators from mistakes. NULL: as configured; 0 in `dedupe_us` and `daily_cap`: off.
ALTER TABLE site ADD COLUMN dedupe_us INTEGER;
ALTER TABLE site ADD COLUMN daily_cap INTEGER;
-- 1: only receivers in `allowed` are written to
ALTER TABLE site ADD COLUMN trial INTEGER NOT NULL DEFAULT 0;
-- a campaign to more people than this awaits a second person; NULL: none does
ALTER TABLE site ADD COLUMN approval_above INTEGER;

-- 1: a test of a text, left out of statistics
ALTER TABLE campaign ADD COLUMN test INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN planned_by TEXT;
ALTER TABLE campaign ADD COLUMN approved_by TEXT;
ALTER TABLE campaign ADD COLUMN approved_at INTEGER;
-- the Korean day on which its people were counted in `sent_count`; NULL: they were not
ALTER TABLE campaign ADD COLUMN counted_on TEXT;
-- its marks in `sent_content` hold at most until then; NULL: there are none
ALTER TABLE campaign ADD COLUMN marks_until INTEGER;
-- what was taken back up to this message no longer counts
ALTER TABLE campaign ADD COLUMN released_to INTEGER;

-- Who was given which text until when: eight bytes of the number's blind index and of a keyed hash of site and text.
-- One such row is written for each message, in no order: what is half as long is written in half the time.
CREATE TABLE sent_content (
    phone_tag INTEGER NOT NULL,
    content_tag INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    PRIMARY KEY (phone_tag, content_tag)
) STRICT, WITHOUT ROWID;

-- Messages to a person on a Korean day, where a site caps them.
CREATE TABLE sent_count (
    day TEXT NOT NULL,
    site_id INTEGER NOT NULL,
    phone_ix BLOB NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, site_id, phone_ix)
) STRICT, WITHOUT ROWID;

-- Receivers of a site in trial.
CREATE TABLE allowed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES site (id),
    phone_ix BLOB NOT NULL,
    sealed BLOB NOT NULL,
    key_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (site_id, phone_ix)
) STRICT;
