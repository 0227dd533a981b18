package eliq.app.generate;

import eliq.catalog.Prompt;
import eliq.pairs.NegativeKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a set of pairs is to hold, as it is chosen. JavaFX thread only. Knows no scene graph. */
public final class BuildSettings {
    private final ObservableList<Prompt> bank;
    private final StringProperty name = new SimpleStringProperty("first");
    private final ObjectProperty<PromptChoice> prompts =
            new SimpleObjectProperty<>(PromptChoice.MADE_UP);
    private final IntegerProperty count = new SimpleIntegerProperty(70);
    private final ObservableList<String> generators = FXCollections.observableArrayList("painter");
    private final Map<NegativeKind, IntegerProperty> negatives = new EnumMap<>(NegativeKind.class);

    /**
     * @param bank the prompts that are drawn where those of the workspace are chosen
     * @param changed told of each change of what would be built
     */
    BuildSettings(ObservableList<Prompt> bank, Runnable changed) {
        this.bank = bank;
        for (NegativeKind kind : NegativeKind.values()) {
            IntegerProperty number = new SimpleIntegerProperty(1);
            number.subscribe((_, _) -> changed.run());
            negatives.put(kind, number);
        }
        name.subscribe((_, _) -> changed.run());
        prompts.subscribe((_, _) -> changed.run());
        count.subscribe((_, _) -> changed.run());
        generators.subscribe(changed);
        bank.subscribe(
                () -> {
                    if (prompts.get() == PromptChoice.BANK) {
                        changed.run();
                    }
                });
    }

    /** Of the set. */
    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<PromptChoice> promptsProperty() {
        return prompts;
    }

    /** Prompts at most. */
    public IntegerProperty countProperty() {
        return count;
    }

    /** Who draws positives, by name, each as many. */
    public ObservableList<String> generators() {
        return generators;
    }

    /** Negatives of a kind for each positive. */
    public IntegerProperty negativesProperty(NegativeKind kind) {
        return negatives.get(kind);
    }

    /** What is chosen, as it is now. */
    BuildOrder now() {
        Map<NegativeKind, Integer> counts = new EnumMap<>(NegativeKind.class);
        negatives.forEach((kind, number) -> counts.put(kind, number.get()));
        return new BuildOrder(
                name.get().strip(),
                prompts.get(),
                count.get(),
                List.copyOf(generators),
                counts,
                prompts.get() == PromptChoice.BANK ? List.copyOf(bank) : List.of());
    }
}
