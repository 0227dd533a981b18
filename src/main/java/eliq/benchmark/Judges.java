package eliq.benchmark;

import eliq.critic.BackboneLoader;
import eliq.metric.MetricException;
import eliq.metric.Metrics;
import eliq.scorer.CriticChoice;
import eliq.scorer.ImageScorer;
import eliq.scorer.ScorerException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens scorers and metrics. */
final class Judges {
    private static final int DIGITS = 12;

    private final BackboneLoader backbones;
    private final Metrics metrics;

    Judges(BackboneLoader backbones, Metrics metrics) {
        this.backbones = backbones;
        this.metrics = metrics;
    }

    Judge scorer(Path folder, Optional<CriticChoice> critic) throws BenchmarkException {
        try {
            ImageScorer scorer = ImageScorer.open(folder, critic, backbones);
            String detail =
                    "scorer "
                            + shortened(scorer.scorer().identity())
                            + ", critic "
                            + scorer.critic().identity().name()
                            + " "
                            + shortened(scorer.critic().identity().weights());
            return new Judge.OfScorer(
                    scorer,
                    new Method(
                            scorer.scorer().card().name(), Method.Origin.MEASURED, false, detail));
        } catch (ScorerException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(DIGITS, hash.length()));
    }

    Judge metric(String name) throws BenchmarkException {
        try {
            return new Judge.OfMetric(metrics.wished(name).open());
        } catch (MetricException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }
}
