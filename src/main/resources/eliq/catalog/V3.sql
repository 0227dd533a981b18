-- Version 3: how sure a prompt's categories are, and versions of prompts written ahead of time.

CREATE TABLE prompt_labels (
    prompt_id  INTEGER PRIMARY KEY REFERENCES prompts (id) ON DELETE CASCADE,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    labeller   TEXT NOT NULL CHECK (labeller <> ''),
    labelled   INTEGER NOT NULL
) STRICT;

CREATE TABLE prompt_rewrites (
    id        INTEGER PRIMARY KEY,
    prompt_id INTEGER NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
    kind      TEXT    NOT NULL CHECK (kind <> ''),
    strength  REAL    NOT NULL CHECK (strength BETWEEN 0 AND 1),
    text      TEXT    NOT NULL CHECK (text <> ''),
    change    TEXT    NOT NULL,     -- what was changed, in words
    writer    TEXT    NOT NULL CHECK (writer <> ''),
    seed      INTEGER NOT NULL,
    written   INTEGER NOT NULL,
    UNIQUE (prompt_id, kind, strength, writer, seed)
) STRICT;
