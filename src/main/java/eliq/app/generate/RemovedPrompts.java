package eliq.app.generate;

import eliq.catalog.CatalogException;
import eliq.catalog.Prompt;
import eliq.catalog.PromptLabel;
import eliq.catalog.PromptStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/** The prompts that were taken out of the bank last, with their labels. JavaFX thread only, unless said otherwise. */
final class RemovedPrompts {

    private record Removed(Prompt prompt, Optional<PromptLabel> label) {}

    /** Prompts that were removed together. */
    record Batch(List<Removed> prompts) {
        int size() {
            return prompts.size();
        }

        /** Puts them back as they were. On any thread. */
        void restore(PromptStore store) throws CatalogException {
            for (Removed each : prompts) {
                Prompt again =
                        store.add(
                                new PromptStore.NewPrompt(
                                        each.prompt().text(),
                                        each.prompt().source(),
                                        each.prompt().categories()));
                if (each.label().isPresent()) {
                    store.label(again.id(), each.label().get());
                }
            }
        }
    }

    private static final Batch NONE = new Batch(List.of());

    private final ObjectProperty<Batch> last = new SimpleObjectProperty<>(NONE);

    /** Takes those out of a store that nothing was made from. On any thread. */
    static Batch remove(PromptStore store, List<Prompt> prompts) throws CatalogException {
        Map<Long, PromptLabel> labels = store.labels();
        List<Prompt> gone = store.removeUnused(prompts.stream().map(Prompt::id).toList());
        return new Batch(
                gone.stream()
                        .map(
                                prompt ->
                                        new Removed(
                                                prompt,
                                                Optional.ofNullable(labels.get(prompt.id()))))
                        .toList());
    }

    /** Whether there is something to bring back. */
    ObservableBooleanValue presentProperty() {
        return Bindings.createBooleanBinding(() -> last.get().size() > 0, last);
    }

    void are(Batch gone) {
        last.set(gone);
    }

    /** What is to be brought back now; it cannot be a second time. */
    Batch take() {
        Batch back = last.get();
        last.set(NONE);
        return back;
    }
}
