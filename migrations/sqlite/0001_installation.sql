-- Settings of the installation, and who did what an auditor asks about.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

-- Tenants.
CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    -- registered sender numbers, separated by blanks, the default first
    senders TEXT NOT NULL,
    sender_key TEXT,
    wrapper TEXT,
    strategy TEXT NOT NULL,
    callback TEXT,
    contact TEXT,
    optout TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
