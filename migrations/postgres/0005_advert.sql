-- The consent that a message of advertising was planned on: whatever the person's record says later, and when nobody
-- knows any more who it was.
CREATE TABLE message_consent (
    message_id BIGINT PRIMARY KEY,
    ad_at BIGINT NOT NULL,
    night_at BIGINT,
    -- 1: it may be handed over at night
    night BIGINT NOT NULL,
    -- 'record', or the file or database it stood in
    source TEXT NOT NULL
);
