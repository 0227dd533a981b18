package eliq.app.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.critic.BackboneLoader;
import eliq.scorer.ImageScorer;
import eliq.scorer.PairPicture;
import eliq.scorer.ScorerException;
import eliq.scorer.TupleScoring;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Judges with a scorer in a folder, opened at the first question; what it says is kept in the catalogue. */
public final class ScorerJudge implements PairJudge, AutoCloseable {
    private final Catalog catalog;
    private final Optional<Path> folder;
    private final BackboneLoader loader;
    private Optional<ImageScorer> opened = Optional.empty();

    /** @param folder of the scorer; absent where none is installed */
    public ScorerJudge(Catalog catalog, Optional<Path> folder, BackboneLoader loader) {
        this.catalog = catalog;
        this.folder = folder;
        this.loader = loader;
    }

    @Override
    public String name() {
        return folder.map(path -> path.getFileName().toString()).orElse("no scorer installed");
    }

    @Override
    public Map<PairPicture, Score> known(TupleSet set) throws ReviewException {
        try {
            return scoring().known(set.id());
        } catch (CatalogException | ScorerException e) {
            throw new ReviewException(e.getMessage(), e);
        }
    }

    @Override
    public Map<PairPicture, Score> judge(Tuple tuple, Map<PairPicture, Score> known)
            throws ReviewException {
        try {
            TupleScoring.Outcome outcome = scoring().score(tuple, known);
            if (outcome.scored().isEmpty() && !outcome.problems().isEmpty()) {
                throw new ReviewException(
                        outcome.problems().getFirst(), new IllegalStateException());
            }
            Map<PairPicture, Score> judged = new HashMap<>();
            outcome.scored().forEach(score -> judged.put(PairPicture.of(score), score));
            return judged;
        } catch (CatalogException | ScorerException e) {
            throw new ReviewException(e.getMessage(), e);
        }
    }

    private TupleScoring scoring() throws ScorerException, ReviewException {
        if (opened.isEmpty()) {
            Path path =
                    folder.orElseThrow(
                            () ->
                                    new ReviewException(
                                            "No scorer is installed; train one with “./eliq demo”.",
                                            new IllegalStateException()));
            opened = Optional.of(ImageScorer.open(path, Optional.empty(), loader));
        }
        return new TupleScoring(catalog, opened.get());
    }

    @Override
    public void close() {
        opened.ifPresent(ImageScorer::close);
        opened = Optional.empty();
    }
}
