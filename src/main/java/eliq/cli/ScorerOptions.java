package eliq.cli;

import eliq.hub.HubException;
import eliq.hub.Installation;
import eliq.scorer.CriticChoice;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The scorer, and the critic that it reads with. */
final class ScorerOptions {
    @Option(
            names = "--scorer",
            paramLabel = "ID|DIR",
            defaultValue = Installation.NANO_SCORER,
            description = "The scorer. Default: ${DEFAULT-VALUE}, which comes with the program.")
    private String scorer;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            description =
                    "The critic to read with. Default: the one that the scorer was trained on.")
    private String model;

    Path scorer(Session session) throws HubException {
        return session.model(scorer);
    }

    Optional<CriticChoice> critic(Session session) throws HubException {
        return model == null
                ? Optional.empty()
                : Optional.of(CriticChoice.of(session.model(model)));
    }
}
