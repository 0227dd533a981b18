package eliq.benchmark;

import eliq.catalog.Catalog;
import eliq.demo.StatisticsBackbone;
import eliq.scorer.CriticChoice;
import eliq.scorer.NetworkSettings;
import eliq.scorer.TrainScorerJob;
import eliq.scorer.TrainScorerParameters;
import eliq.scorer.TrainingSettings;
import java.nio.file.Path;

/** A very small scorer, trained for two epochs on the readings of a stand-in for a model. */
final class TinyScorer {
    private TinyScorer() {}

    /** Trains it in a folder and returns where it is. */
    static Path train(Path folder) throws Exception {
        try (Catalog catalog = Catalog.open(folder.resolve("workspace"))) {
            TinySupervision.builder(catalog)
                    .run(
                            TinySupervision.pairs(
                                    "pairs", TinySupervision.pictures(folder.resolve("own"), 60)),
                            context(folder, "pairs"));
            Path scorer = folder.resolve("scorer");
            TrainScorerParameters usual =
                    TrainScorerParameters.of("pairs", CriticChoice.of(folder), "tiny", scorer);
            new TrainScorerJob(catalog, StatisticsBackbone.LOADER)
                    .run(
                            new TrainScorerParameters(
                                    usual.tupleSet(),
                                    usual.heldOut(),
                                    usual.critic(),
                                    usual.families(),
                                    usual.aspects(),
                                    new NetworkSettings(0, 16, 1, 2, 16, 0),
                                    TrainingSettings.DEFAULT.withEpochs(2).withSeed(1),
                                    4,
                                    usual.name(),
                                    usual.output()),
                            context(folder, "training"));
            return scorer;
        }
    }

    private static StoppableContext context(Path folder, String name) throws Exception {
        return new StoppableContext(folder.resolve(name), 1, () -> false);
    }
}
