-- The consent that a message of advertising was planned on: whatever the person's record says later, and when nobody
-- knows any more who it was.
CREATE TABLE message_consent (
    message_id INTEGER PRIMARY KEY,
    ad_at INTEGER NOT NULL,
    night_at INTEGER,
    -- 1: it may be handed over at night
    night INTEGER NOT NULL,
    -- 'record', or the file or database it stood in
    source TEXT NOT NULL
) STRICT;
