-- People of a site. Name, phone, e-mail and birth date are one sealed record; `phone_ix` is a
-- keyed hash of the number (lookup, dedupe), `content_ix` one of the whole record (has it changed?).
-- No reference to `site`, as sites are never removed: on PostgreSQL its trigger costs a million rows
-- twice what writing them does. The same for `list_member`.
CREATE TABLE recipient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    phone_ix BLOB NOT NULL,
    content_ix BLOB NOT NULL,
    sealed BLOB NOT NULL,
    key_id INTEGER NOT NULL,
    ad_consent_at INTEGER,
    night_consent_at INTEGER,
    dead_at INTEGER,
    dead_code TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX recipient_phone ON recipient (site_id, phone_ix);

CREATE TABLE list (
    id INTEGER PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (site_id, name)
) STRICT;

CREATE TABLE list_member (
    list_id INTEGER NOT NULL,
    recipient_id INTEGER NOT NULL,
    PRIMARY KEY (list_id, recipient_id)
) STRICT, WITHOUT ROWID;

-- Who must not be written to: `scope` is a channel or `all`.
CREATE TABLE suppression (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES site (id),
    phone_ix BLOB NOT NULL,
    scope TEXT NOT NULL,
    reason TEXT NOT NULL,
    sealed BLOB NOT NULL,
    key_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (site_id, phone_ix, scope)
) STRICT;
