package eliq.app.models;

import eliq.workbench.ModelDetails;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models there are, one of which is looked at. Knows no scene graph. */
final class ModelList {
    private final ObservableList<ModelDetails> models = FXCollections.observableArrayList();
    private final ObjectProperty<ModelDetails> selected = new SimpleObjectProperty<>();
    private Optional<String> preferred = Optional.empty();

    ObservableList<ModelDetails> models() {
        return models;
    }

    ObjectProperty<ModelDetails> selectedProperty() {
        return selected;
    }

    /** Selects the model of this name as soon as there is one. */
    void selectOnceListed(String name) {
        preferred = Optional.of(name);
        models.stream()
                .filter(m -> m.model().name().equals(name))
                .findFirst()
                .ifPresent(selected::set);
    }

    /** Models were looked for anew; what was selected stays so. */
    void are(List<ModelDetails> found) {
        Optional<Path> before =
                found.stream()
                        .filter(m -> preferred.equals(Optional.of(m.model().name())))
                        .findFirst()
                        .or(() -> Optional.ofNullable(selected.get()))
                        .map(m -> m.model().folder());
        preferred = Optional.empty();
        models.setAll(found);
        selected.set(
                found.stream()
                        .filter(m -> before.equals(Optional.of(m.model().folder())))
                        .findFirst()
                        .orElse(found.isEmpty() ? null : found.getFirst()));
    }
}
