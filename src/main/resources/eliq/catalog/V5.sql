-- Version 5: what an image makes of the words of its prompt is kept with the rest of a reading.

ALTER TABLE embeddings ADD COLUMN words BLOB;
