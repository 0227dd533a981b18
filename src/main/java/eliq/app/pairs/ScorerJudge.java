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
import java.util.function.Supplier;

/**
 * Judges with the scorer that is chosen, opened at the first question and again when another is chosen; what it says is
 * kept in the catalogue.
 */
public final class ScorerJudge implements PairJudge, AutoCloseable {
    private final Catalog catalog;
    private final Supplier<Optional<Chosen>> choice;
    private final BackboneLoader loader;
    private Optional<Opened> opened = Optional.empty();

    /**
     * The scorer in use.
     *
     * @param name by which people know it
     */
    public record Chosen(String name, Path folder) {}

    private record Opened(Path folder, ImageScorer scorer) {}

    /** @param choice says which scorer is in use now, from any thread; empty where none is installed */
    public ScorerJudge(Catalog catalog, Supplier<Optional<Chosen>> choice, BackboneLoader loader) {
        this.catalog = catalog;
        this.choice = choice;
        this.loader = loader;
    }

    @Override
    public String name() {
        return choice.get().map(Chosen::name).orElse("nobody: no scorer is installed");
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
        Path folder = choice.get().orElseThrow(ScorerJudge::noScorer).folder();
        if (opened.filter(o -> o.folder().equals(folder)).isEmpty()) {
            // The one before makes room first: two backbones may not fit.
            close();
            opened =
                    Optional.of(
                            new Opened(folder, ImageScorer.open(folder, Optional.empty(), loader)));
        }
        return new TupleScoring(catalog, opened.get().scorer());
    }

    /** That there is nobody to judge, and what to do about it. */
    public static ReviewException noScorer() {
        return new ReviewException(
                "No scorer is installed; train one with “./eliq demo”.",
                new IllegalStateException());
    }

    @Override
    public void close() {
        opened.ifPresent(o -> o.scorer().close());
        opened = Optional.empty();
    }
}
