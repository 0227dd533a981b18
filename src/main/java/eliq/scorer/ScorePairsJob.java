package eliq.scorer;

import eliq.catalog.Catalog;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.critic.BackboneLoader;
import eliq.job.Job;
import eliq.job.JobContext;
import java.util.List;
import java.util.Map;

/**
 * Scores every picture of a tuple set. The scores stand in the catalogue tuple by tuple, and what is there is not scored
 * again, so that a killed job goes on where it was.
 */
public final class ScorePairsJob implements Job<ScorePairs, ScorePairsResult> {
    private final Catalog catalog;
    private final BackboneLoader backbones;

    public ScorePairsJob(Catalog catalog, BackboneLoader backbones) {
        this.catalog = catalog;
        this.backbones = backbones;
    }

    @Override
    public String kind() {
        return "score-pairs";
    }

    @Override
    public Class<ScorePairs> parametersType() {
        return ScorePairs.class;
    }

    @Override
    public Class<ScorePairsResult> resultType() {
        return ScorePairsResult.class;
    }

    @Override
    public ScorePairsResult run(ScorePairs parameters, JobContext context) throws Exception {
        TupleSet set =
                catalog.tuples()
                        .findSet(parameters.set())
                        .orElseThrow(
                                () ->
                                        new ScorerException(
                                                "There is no set of pairs named '"
                                                        + parameters.set()
                                                        + "'; 'eliq pairs list' shows them."));
        try (ImageScorer scorer =
                ImageScorer.open(parameters.scorer(), parameters.critic(), backbones)) {
            TupleScoring scoring = new TupleScoring(catalog, scorer);
            Map<PairPicture, Score> known = scoring.known(set.id());
            List<Tuple> tuples = catalog.tuples().all(set.id());
            long before =
                    tuples.stream()
                            .flatMap(tuple -> PairPicture.all(tuple).stream())
                            .filter(known::containsKey)
                            .distinct()
                            .count();
            long scored = 0;
            long failed = 0;
            for (int i = 0; i < tuples.size(); i++) {
                context.checkCancelled();
                TupleScoring.Outcome outcome = scoring.score(tuples.get(i), known);
                outcome.scored().forEach(score -> known.put(PairPicture.of(score), score));
                outcome.problems().forEach(context::message);
                scored += outcome.scored().size();
                failed += outcome.problems().size();
                context.progress("Scoring pairs", i + 1L, tuples.size());
            }
            return new ScorePairsResult(scorer.scorer().identity(), scored, before, failed);
        }
    }
}
