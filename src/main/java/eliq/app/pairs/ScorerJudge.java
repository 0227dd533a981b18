package eliq.app.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.scorer.OpenedScorer;
import eliq.scorer.PairPicture;
import eliq.scorer.ScorerException;
import eliq.scorer.TupleScoring;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges with the scorer that is chosen, which the Score view asks too; what it says is
 * kept in the catalogue.
 */
public final class ScorerJudge implements PairJudge {
    private final Catalog catalog;
    private final Supplier<Optional<Chosen>> choice;
    private final OpenedScorer opened;

    /**
     * The scorer in use.
     *
     * @param name by which people know it
     */
    public record Chosen(String name, Path folder) {}

    /** @param choice says which scorer is in use now, from any thread; empty where none is installed */
    public ScorerJudge(Catalog catalog, Supplier<Optional<Chosen>> choice, OpenedScorer opened) {
        this.catalog = catalog;
        this.choice = choice;
        this.opened = opened;
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
        return new TupleScoring(catalog, opened.in(folder));
    }

    /** That there is nobody to judge, and what to do about it. */
    public static ReviewException noScorer() {
        return new ReviewException(
                "No scorer is installed; train one with “./eliq demo”.",
                new IllegalStateException());
    }
}
