-- Version 4: the Library filters and sorts by all that is known of an image, at a hundred thousand images.

CREATE INDEX scores_by_technical_high ON scores (scorer, technical_high, image_id) WHERE shown = 1;
CREATE INDEX scores_by_aesthetic_high ON scores (scorer, aesthetic_high, image_id) WHERE shown = 1;
CREATE INDEX scores_by_alignment_high ON scores (scorer, alignment_high, image_id) WHERE shown = 1;

CREATE INDEX negatives_by_kind ON negatives (aspect, family, image);
