-- Version 2: eras of sets, verdicts on positives, and how every drawing came about.

ALTER TABLE tuple_sets ADD COLUMN era TEXT NOT NULL DEFAULT '';   -- of the generators that drew the positives
ALTER TABLE tuple_sets ADD COLUMN refreshes INTEGER REFERENCES tuple_sets (id) ON DELETE SET NULL;

UPDATE tuple_sets SET era = coalesce(
    (SELECT group_concat(generator, '+')
     FROM (SELECT DISTINCT generator FROM tuples WHERE set_id = tuple_sets.id ORDER BY generator)),
    '');

CREATE INDEX tuple_sets_by_era ON tuple_sets (era);

ALTER TABLE tuples ADD COLUMN verdict TEXT NOT NULL DEFAULT 'none'
    CHECK (verdict IN ('none', 'accepted', 'rejected'));
ALTER TABLE tuples ADD COLUMN note TEXT NOT NULL DEFAULT '';

CREATE INDEX tuples_by_generator ON tuples (set_id, generator);

-- What a generator or an editor was asked for and what it gave. The same request is made once.
CREATE TABLE drawings (
    identity     TEXT    NOT NULL PRIMARY KEY CHECK (length(identity) = 64), -- SHA-256 of artist and request
    image        TEXT    NOT NULL REFERENCES images (hash) ON DELETE CASCADE,
    artist       TEXT    NOT NULL,
    request      TEXT    NOT NULL CHECK (json_valid(request)),
    details      TEXT    NOT NULL CHECK (json_valid(details)), -- model, workflow and the like, as the backend said
    pixels       INTEGER NOT NULL CHECK (pixels > 0),
    microseconds INTEGER NOT NULL CHECK (microseconds >= 0),
    drawn        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX drawings_by_image  ON drawings (image);
CREATE INDEX drawings_by_artist ON drawings (artist, drawn);
