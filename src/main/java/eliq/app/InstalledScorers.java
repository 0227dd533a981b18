package eliq.app;

import eliq.app.score.InstalledScorer;
import eliq.hub.HubException;
import eliq.hub.Installation;
import eliq.hub.InstalledModel;
import eliq.hub.ModelFolders;
import eliq.hub.ModelKind;
import eliq.scorer.Scorer;
import eliq.scorer.ScorerException;
import eliq.workbench.ModelDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scorers among the installed models, as the Score view knows them. */
final class InstalledScorers {
    private static final String SHIPPED_LIMITS =
            "Learned from painted scenes: it sees visual defects such as noise, compression, spoiled colours. It "
                    + "does not know people, anatomy, text or fine details of a prompt; research uses Qwen3-VL.";

    private InstalledScorers() {}

    /** The one that came with the program, before the others are looked for. */
    static Optional<InstalledScorer> shipped(ModelFolders models) {
        try {
            return Optional.of(
                    new InstalledScorer(
                            Installation.NANO,
                            models.find(Installation.NANO_SCORER),
                            SHIPPED_LIMITS));
        } catch (HubException e) {
            return Optional.empty();
        }
    }

    /** Those that can be used, the shipped one first. */
    static List<InstalledScorer> among(List<ModelDetails> models) {
        return models.stream()
                .filter(m -> m.model().kind() == ModelKind.SCORER && m.problem().isEmpty())
                .map(InstalledScorers::of)
                .toList();
    }

    /** Their names by the identity that stored scores name; what cannot be read has none. Slow. */
    static Map<String, String> names(List<InstalledScorer> scorers) {
        Map<String, String> names = new HashMap<>();
        for (InstalledScorer each : scorers) {
            try {
                names.putIfAbsent(Scorer.identity(each.folder()), each.name());
            } catch (ScorerException e) {
                // It judges nothing either: its scores keep the identity that they name.
                System.getLogger("eliq").log(System.Logger.Level.DEBUG, e.getMessage());
            }
        }
        return names;
    }

    static InstalledScorer of(ModelDetails scorer) {
        boolean shipped =
                scorer.model().origin() == InstalledModel.Origin.SHIPPED
                        && scorer.model().name().equals(Installation.NANO_SCORER);
        return new InstalledScorer(
                shipped ? Installation.NANO : scorer.model().name(),
                scorer.model().folder(),
                shipped ? SHIPPED_LIMITS : scorer.limits().orElse(""));
    }
}
