package eliq.scorer;

import eliq.catalog.Catalog;
import eliq.critic.BackboneLoader;
import eliq.critic.Critic;
import eliq.critic.Instructions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Scorers that are trained in a moment over a backbone that knows grey pictures, and pairs for them. */
public final class TinyScorer {
    private static final NetworkSettings SMALL = new NetworkSettings(0, 16, 1, 2, 32, 0);
    private static final TrainingSettings SHORT =
            new TrainingSettings(1, true, 0.3, 3e-3, 0.01, 1, 5, 1, 8, 0, 0.25, 3);

    private TinyScorer() {}

    private static FakeBackbone backbone() {
        return new FakeBackbone("fake", "d".repeat(64));
    }

    /** Opens what the scorers stand on. */
    public static BackboneLoader backbones() {
        return new FakeBackbones(backbone());
    }

    /** Trains a scorer into a folder; another seed makes another one. */
    public static Path train(Path folder, long seed) throws Exception {
        List<EmbeddedTuple> tuples = new Synthetic(seed).tuples(8);
        TrainedNetwork trained =
                ScorerTrainer.train(tuples, SMALL, SHORT, Optional.empty(), epoch -> {});
        Critic critic = new Critic(backbone(), Instructions.DEFAULT);
        ScorerCard card =
                ScorerCard.of(
                        folder.getFileName().toString(),
                        CriticChoice.of(folder.getParent()),
                        critic,
                        trained,
                        tuples);
        Scorer.save(folder, card, trained, tuples);
        return folder;
    }

    /**
     * Keeps tuples of grey pictures.
     *
     * @return name of their set
     */
    public static String storePairs(Catalog catalog, int count) throws Exception {
        GreyTuples.store(catalog, count);
        return GreyTuples.SET;
    }
}
