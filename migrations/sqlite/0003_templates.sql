-- A template is its versions; a version never changes.
CREATE TABLE template (
    id INTEGER PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (site_id, name)
) STRICT;

CREATE TABLE template_version (
    template_id INTEGER NOT NULL REFERENCES template (id),
    version INTEGER NOT NULL,
    channel TEXT NOT NULL,
    subject TEXT,
    body TEXT NOT NULL,
    -- the text that goes out where the first channel cannot reach a person; NULL: the body
    fallback TEXT,
    -- the approved template's id at the provider (Alimtalk)
    provider_code TEXT,
    -- names of the variables, a JSON array
    variables TEXT NOT NULL,
    note TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (template_id, version)
) STRICT, WITHOUT ROWID;
