package eliq.cli;

import eliq.hub.HubException;
import eliq.scorer.CriticChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What judges: a scorer or none, and baselines. */
final class MethodOptions {
    @Mixin private ScorerOptions scorer;

    @Option(names = "--no-scorer", description = "Run no scorer.")
    private boolean noScorer;

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "NAME[=PLACE]",
            description = "Baselines, as 'eliq metric list' names them; several with commas.")
    private List<String> metrics = List.of();

    /** Whether there is neither a scorer nor a baseline. */
    boolean none() {
        return noScorer && metrics.isEmpty();
    }

    Optional<Path> scorer(Session session) throws HubException {
        return noScorer ? Optional.empty() : Optional.of(scorer.scorer(session));
    }

    Optional<CriticChoice> critic(Session session) throws HubException {
        return scorer.critic(session);
    }

    List<String> metrics() {
        return metrics;
    }
}
