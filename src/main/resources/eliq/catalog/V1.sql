-- Version 1: everything the main job leaves behind.
-- Instants are microseconds since 1970-01-01T00:00:00Z. Hashes are SHA-256 in lower-case hexadecimal.
-- Paths inside the workspace are relative to it, with '/' as separator.

CREATE TABLE prompts (
    id         INTEGER PRIMARY KEY,
    text       TEXT    NOT NULL CHECK (text <> ''),
    normalised TEXT    NOT NULL UNIQUE,
    source     TEXT    NOT NULL,
    added      INTEGER NOT NULL
) STRICT;

CREATE TABLE prompt_categories (
    prompt_id INTEGER NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
    category  TEXT    NOT NULL,
    PRIMARY KEY (prompt_id, category)
) STRICT, WITHOUT ROWID;

CREATE INDEX prompt_categories_by_category ON prompt_categories (category);

CREATE TABLE images (
    id              INTEGER PRIMARY KEY,
    hash            TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
    path            TEXT,             -- absolute; NULL: the bytes are under objects/
    name            TEXT    NOT NULL,
    width           INTEGER NOT NULL CHECK (width > 0),
    height          INTEGER NOT NULL CHECK (height > 0),
    format          TEXT    NOT NULL,
    bytes           INTEGER NOT NULL CHECK (bytes >= 0),
    origin          TEXT    NOT NULL CHECK (origin IN ('imported', 'generated', 'derived')),
    prompt_id       INTEGER REFERENCES prompts (id) ON DELETE SET NULL,
    generator       TEXT,
    model           TEXT,
    seed            INTEGER,
    added           INTEGER NOT NULL,
    embedded_prompt TEXT              -- as the generator left it in the file
) STRICT;

CREATE INDEX images_by_added     ON images (added, id);
CREATE INDEX images_by_name      ON images (name COLLATE NOCASE, id);
CREATE INDEX images_by_origin    ON images (origin, added, id);
CREATE INDEX images_by_generator ON images (generator, added, id);
CREATE INDEX images_by_prompt    ON images (prompt_id);

-- Substring search over names and prompts, in any script, without regard to case.
CREATE VIRTUAL TABLE image_names USING fts5 (
    name, content = '', contentless_delete = 1, tokenize = 'trigram'
);

CREATE TRIGGER image_named AFTER INSERT ON images BEGIN
    INSERT INTO image_names (rowid, name) VALUES (new.id, new.name);
END;

CREATE TRIGGER image_renamed AFTER UPDATE OF name ON images BEGIN
    INSERT OR REPLACE INTO image_names (rowid, name) VALUES (new.id, new.name);
END;

CREATE TRIGGER image_removed AFTER DELETE ON images BEGIN
    DELETE FROM image_names WHERE rowid = old.id;
END;

CREATE VIRTUAL TABLE prompt_texts USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'trigram'
);

CREATE TRIGGER prompt_added AFTER INSERT ON prompts BEGIN
    INSERT INTO prompt_texts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER prompt_changed AFTER UPDATE OF text ON prompts BEGIN
    INSERT OR REPLACE INTO prompt_texts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER prompt_removed AFTER DELETE ON prompts BEGIN
    DELETE FROM prompt_texts WHERE rowid = old.id;
END;

CREATE TABLE tuple_sets (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    parameters TEXT    NOT NULL CHECK (json_valid(parameters)),
    created    INTEGER NOT NULL
) STRICT;

CREATE TABLE tuples (
    id        INTEGER PRIMARY KEY,
    set_id    INTEGER NOT NULL REFERENCES tuple_sets (id) ON DELETE CASCADE,
    prompt_id INTEGER NOT NULL REFERENCES prompts (id),
    positive  TEXT    NOT NULL REFERENCES images (hash),
    generator TEXT    NOT NULL,
    UNIQUE (set_id, prompt_id, positive)
) STRICT;

CREATE INDEX tuples_by_positive ON tuples (positive);
CREATE INDEX tuples_by_prompt   ON tuples (prompt_id);

CREATE TABLE negatives (
    id           INTEGER PRIMARY KEY,
    tuple_id     INTEGER NOT NULL REFERENCES tuples (id) ON DELETE CASCADE,
    aspect       TEXT    NOT NULL CHECK (aspect IN ('technical', 'aesthetic', 'alignment')),
    family       TEXT    NOT NULL CHECK (family IN ('conventional', 'ai-specific')),
    operation    TEXT    NOT NULL,
    parameters   TEXT    NOT NULL CHECK (json_valid(parameters)),
    seed         INTEGER NOT NULL,
    strength     REAL    NOT NULL CHECK (strength BETWEEN 0 AND 1),
    image        TEXT REFERENCES images (hash),
    wrong_prompt TEXT,
    verdict      TEXT    NOT NULL CHECK (verdict IN ('none', 'accepted', 'rejected')),
    note         TEXT    NOT NULL,
    CHECK ((image IS NULL) <> (wrong_prompt IS NULL))
) STRICT;

CREATE INDEX negatives_by_tuple ON negatives (tuple_id);
CREATE INDEX negatives_by_image ON negatives (image);

CREATE TABLE models (
    id       INTEGER PRIMARY KEY,
    kind     TEXT    NOT NULL CHECK (kind IN ('backbone', 'adapter', 'scorer')),
    name     TEXT    NOT NULL CHECK (name <> ''),
    path     TEXT    NOT NULL,
    identity TEXT    NOT NULL,
    base     TEXT,                    -- identity of what an adapter or scorer rests on
    details  TEXT    NOT NULL CHECK (json_valid(details)),
    added    INTEGER NOT NULL,
    UNIQUE (kind, identity)
) STRICT;

CREATE INDEX models_by_name ON models (name);

CREATE TABLE runs (
    id         INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL,
    parameters TEXT    NOT NULL CHECK (json_valid(parameters)),
    state      TEXT    NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
    software   TEXT    NOT NULL,
    log        TEXT    NOT NULL,
    started    INTEGER NOT NULL,
    ended      INTEGER
) STRICT;

CREATE INDEX runs_by_started ON runs (started);

CREATE TABLE run_metrics (
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    name   TEXT    NOT NULL,
    step   INTEGER NOT NULL,
    value  REAL    NOT NULL,
    PRIMARY KEY (run_id, name, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoints (
    id     INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step   INTEGER NOT NULL,
    path   TEXT    NOT NULL,
    kept   INTEGER NOT NULL CHECK (kept IN (0, 1)),
    added  INTEGER NOT NULL,
    UNIQUE (run_id, step)
) STRICT;

-- A cache by content: no reference to images, so that it also serves pictures that were never catalogued.
CREATE TABLE embeddings (
    id       INTEGER PRIMARY KEY,
    image    TEXT NOT NULL CHECK (length(image) = 64),
    text     TEXT NOT NULL CHECK (length(text) = 64),
    backbone TEXT NOT NULL,
    p_low    REAL NOT NULL,
    p_high   REAL NOT NULL,
    hidden   BLOB NOT NULL,           -- float32, little-endian
    UNIQUE (backbone, text, image)
) STRICT;

CREATE TABLE scores (
    id             INTEGER PRIMARY KEY,
    image_id       INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    prompt         TEXT    NOT NULL,  -- '': scored without one
    scorer         TEXT    NOT NULL,
    visual         REAL    NOT NULL,
    alignment      REAL,
    technical_high REAL    NOT NULL,
    aesthetic_high REAL    NOT NULL,
    alignment_high REAL,
    gate_technical REAL    NOT NULL,
    gate_aesthetic REAL    NOT NULL,
    at             INTEGER NOT NULL,
    shown          INTEGER NOT NULL CHECK (shown IN (0, 1)), -- 1: the image's newest of this scorer
    UNIQUE (image_id, scorer, prompt)
) STRICT;

CREATE UNIQUE INDEX scores_shown ON scores (scorer, image_id)            WHERE shown = 1;
CREATE INDEX scores_by_visual    ON scores (scorer, visual, image_id)    WHERE shown = 1;
CREATE INDEX scores_by_alignment ON scores (scorer, alignment, image_id) WHERE shown = 1;

CREATE TABLE ratings (
    dataset  TEXT    NOT NULL,
    image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    name     TEXT    NOT NULL,
    value    REAL    NOT NULL,
    spread   REAL CHECK (spread >= 0),
    count    INTEGER CHECK (count > 0),
    PRIMARY KEY (dataset, image_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX ratings_by_image ON ratings (image_id);

CREATE TABLE jobs (
    id             INTEGER PRIMARY KEY,
    kind           TEXT    NOT NULL,
    parameters     TEXT    NOT NULL CHECK (json_valid(parameters)),
    state          TEXT    NOT NULL CHECK (state IN
        ('queued', 'running', 'paused', 'interrupted', 'done', 'failed', 'cancelled')),
    request        TEXT    NOT NULL CHECK (request IN ('none', 'pause', 'cancel')),
    stage          TEXT    NOT NULL,
    progress_done  INTEGER NOT NULL,
    progress_total INTEGER NOT NULL,  -- 0: not known
    message        TEXT    NOT NULL,
    directory      TEXT    NOT NULL,
    owner_process  INTEGER,
    owner_host     TEXT,
    heartbeat      INTEGER,
    attempts       INTEGER NOT NULL,
    run_id         INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    result         TEXT CHECK (result IS NULL OR json_valid(result)),
    error          TEXT,
    created        INTEGER NOT NULL,
    updated        INTEGER NOT NULL
) STRICT;

CREATE INDEX jobs_by_state ON jobs (state, id);
