package eliq.scorer;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a training of a scorer would have to do.
 *
 * @param tuples to learn from, those that early stopping looks at included
 * @param images to read with the critic, those whose readings are kept from earlier included
 * @param steps of the optimiser, where early stopping does not end it before
 */
public record ScorerPlan(int tuples, int images, long steps) {

    /**
     * @throws ScorerException if the set is not there or nothing of it is left to learn from
     */
    public static ScorerPlan of(Catalog catalog, TrainScorerParameters parameters)
            throws CatalogException, ScorerException {
        List<Tuple> tuples = TrainScorerJob.tuples(catalog, parameters);
        Set<ContentHash> images = new HashSet<>();
        for (Tuple tuple : tuples) {
            images.add(tuple.positive());
            for (Negative negative : tuple.negatives()) {
                if (negative.content() instanceof NegativeContent.Image(ContentHash hash)
                        && negative.verdict() != Verdict.REJECTED
                        && parameters.families().contains(negative.recipe().family())
                        && parameters.aspects().contains(negative.recipe().aspect())) {
                    images.add(hash);
                }
            }
        }
        TrainingSettings training = parameters.training();
        long fitted = Math.round(tuples.size() * (1 - training.validationShare()));
        long perEpoch = Math.max(1, Math.ceilDiv(fitted, training.batchTuples()));
        return new ScorerPlan(tuples.size(), images.size(), perEpoch * training.epochs());
    }
}
