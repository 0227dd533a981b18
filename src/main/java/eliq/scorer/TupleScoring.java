package eliq.scorer;

import eliq.backbone.PreparedImage;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.image.ContentHash;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores the pictures of tuples, each under its prompt, and keeps the scores in the catalogue. */
public final class TupleScoring {
    private final Catalog catalog;
    private final ImageScorer scorer;

    /** @param scorer stays open */
    public TupleScoring(Catalog catalog, ImageScorer scorer) {
        this.catalog = catalog;
        this.scorer = scorer;
    }

    /**
     * What came of a tuple.
     *
     * @param scored now
     * @param problems one sentence for each picture that could not be scored
     */
    public record Outcome(List<Score> scored, List<String> problems) {
        public Outcome {
            scored = List.copyOf(scored);
            problems = List.copyOf(problems);
        }
    }

    /** The scores of a set's pictures that the catalogue has already. */
    public Map<PairPicture, Score> known(long setId) throws CatalogException {
        Map<PairPicture, Score> known = new HashMap<>();
        for (Score score : catalog.scores().ofSet(setId, scorer.scorer().identity())) {
            known.put(PairPicture.of(score), score);
        }
        return known;
    }

    /** Scores what of a tuple is not known. A picture that cannot be read or scored is passed over. */
    public Outcome score(Tuple tuple, Map<PairPicture, Score> known) throws CatalogException {
        List<Score> scored = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<ContentHash, PreparedImage> prepared = new HashMap<>();
        for (PairPicture picture : PairPicture.all(tuple)) {
            if (known.containsKey(picture)) {
                continue;
            }
            try {
                PreparedImage image = prepared.get(picture.image());
                if (image == null) {
                    image = prepare(picture.image());
                    prepared.put(picture.image(), image);
                }
                scored.add(score(picture, image));
            } catch (ImageException | ScorerException e) {
                problems.add(e.getMessage());
            }
        }
        if (!scored.isEmpty()) {
            catalog.scores().saveAll(rightPromptLast(tuple, scored, known));
        }
        return new Outcome(scored, problems);
    }

    /** The image's newest score is the one that lists show: that must not be one under a wrong prompt. */
    private static List<Score> rightPromptLast(
            Tuple tuple, List<Score> scored, Map<PairPicture, Score> known) {
        Score positive = known.get(PairPicture.positive(tuple));
        List<Score> saved = new ArrayList<>(scored);
        if (positive != null) {
            saved.add(positive);
        }
        return saved;
    }

    private PreparedImage prepare(ContentHash hash)
            throws CatalogException, ImageException, ScorerException {
        ImageRecord image =
                catalog.images()
                        .find(hash)
                        .orElseThrow(
                                () ->
                                        new ImageException(
                                                "Image "
                                                        + hash.hex()
                                                        + " is not in the catalogue; build the set again."));
        return scorer.prepare(ImageDecoder.decode(catalog.path(image)).pixels());
    }

    private Score score(PairPicture picture, PreparedImage image) throws ScorerException {
        Optional<String> prompt = Optional.of(picture.prompt());
        ImageScore score = scorer.score(image, prompt);
        return new Score(
                picture.image(),
                prompt,
                scorer.scorer().identity(),
                score.visual(),
                score.alignment(),
                score.technicalHigh(),
                score.aestheticHigh(),
                score.alignmentHigh(),
                score.technicalGate(),
                score.aestheticGate(),
                Instant.now());
    }
}
