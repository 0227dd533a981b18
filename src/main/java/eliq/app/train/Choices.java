package eliq.app.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What there is to train with.
 *
 * @param models that are whole
 * @param modelsFolder where scorers are written to
 */
public record Choices(List<PairSet> sets, List<ModelChoice> models, Path modelsFolder) {
    public Choices {
        sets = List.copyOf(sets);
        models = List.copyOf(models);
    }

    /** What can be trained on: a critic on a model, a scorer on a critic or a model. */
    public List<ModelChoice> models(Stage stage) {
        return models.stream().filter(model -> stage == Stage.SCORER || !model.tuned()).toList();
    }

    public Optional<ModelChoice> inFolder(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        return models.stream().filter(model -> model.folder().equals(wanted)).findFirst();
    }
}
