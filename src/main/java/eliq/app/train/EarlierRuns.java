package eliq.app.train;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.MetricPoint;
import eliq.critic.TrainCriticParameters;
import eliq.scorer.TrainScorerParameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What trainings like one took on this computer. */
final class EarlierRuns {
    private static final int LOOKED_AT = 40;

    private final Catalog catalog;

    EarlierRuns(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The speed of the latest run of the same model in the same way. */
    Optional<Rate> rate(Training like) throws TrainException {
        String metric = like.stage() == Stage.CRITIC ? "examples-per-second" : "tuples-per-second";
        try {
            for (JobRecord job : alike(like, false)) {
                List<MetricPoint> series = series(job, metric);
                if (!series.isEmpty() && series.getLast().value() > 0) {
                    return Optional.of(
                            new Rate(
                                    series.getLast().value(),
                                    "as in " + name(job, like.stage()),
                                    true));
                }
            }
            return Optional.empty();
        } catch (CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    private static String name(JobRecord job, Stage stage) {
        return RunRecords.training(job.parameters(), stage)
                .map(training -> "“" + training.name() + "”")
                .orElse("job " + job.id());
    }

    /** The most memory that the latest run of the same model and batch had, in bytes. */
    OptionalDouble memory(Training like) throws TrainException {
        try {
            for (JobRecord job : alike(like, true)) {
                OptionalDouble most =
                        series(job, "memory-mb").stream().mapToDouble(MetricPoint::value).max();
                if (most.isPresent()) {
                    return OptionalDouble.of(most.getAsDouble() * 1e6);
                }
            }
            return OptionalDouble.empty();
        } catch (CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    private List<JobRecord> alike(Training like, boolean batchToo) throws CatalogException {
        return catalog
                .jobs()
                .page(List.of(), Optional.of(like.stage().kind()), Long.MAX_VALUE, LOOKED_AT)
                .stream()
                .filter(
                        job ->
                                RunRecords.training(job.parameters(), like.stage())
                                        .filter(other -> alike(like, other, batchToo))
                                        .isPresent())
                .toList();
    }

    private static boolean alike(Training one, Training other, boolean batchToo) {
        if (!one.model().equals(other.model())) {
            return false;
        }
        if (one instanceof Training.OfCritic(TrainCriticParameters p)
                && other instanceof Training.OfCritic(TrainCriticParameters q)) {
            return p.mode().getClass() == q.mode().getClass()
                    && (!batchToo || p.training().batchSize() == q.training().batchSize());
        }
        return one instanceof Training.OfScorer(TrainScorerParameters p)
                && other instanceof Training.OfScorer(TrainScorerParameters q)
                && p.network().equals(q.network())
                && (!batchToo || p.batchImages() == q.batchImages());
    }

    private List<MetricPoint> series(JobRecord job, String metric) throws CatalogException {
        OptionalLong run = job.runId();
        return run.isPresent() ? catalog.runs().series(run.getAsLong(), metric) : List.of();
    }
}
