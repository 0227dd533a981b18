package eliq.app.train;

import eliq.critic.TrainCriticParameters;
import eliq.scorer.TrainScorerParameters;
import java.nio.file.Path;

/** A training with all its settings. */
public sealed interface Training {
    Stage stage();

    /** Of what comes out. */
    String name();

    /** Name of the pairs learned from. */
    String set();

    /** Folder of the model tuned, or of the critic that reads. */
    Path model();

    /** The job's parameters. */
    Record parameters();

    record OfCritic(TrainCriticParameters parameters) implements Training {
        @Override
        public Stage stage() {
            return Stage.CRITIC;
        }

        @Override
        public String name() {
            return parameters.name();
        }

        @Override
        public String set() {
            return parameters.tupleSet();
        }

        @Override
        public Path model() {
            return parameters.backbone();
        }
    }

    record OfScorer(TrainScorerParameters parameters) implements Training {
        @Override
        public Stage stage() {
            return Stage.SCORER;
        }

        @Override
        public String name() {
            return parameters.name();
        }

        @Override
        public String set() {
            return parameters.tupleSet();
        }

        @Override
        public Path model() {
            return parameters.critic().model();
        }
    }
}
