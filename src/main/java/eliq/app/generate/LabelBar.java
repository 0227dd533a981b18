package eliq.app.generate;

import eliq.catalog.Prompt;
import eliq.prompts.Category;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The categories of one prompt, to be ticked. */
final class LabelBar extends FlowPane {
    private final Map<Category, CheckBox> boxes = new EnumMap<>(Category.class);
    private final BiConsumer<Prompt, Set<Category>> label;
    private final Label title = new Label();
    private Optional<Prompt> shown = Optional.empty();

    /** @param label takes a prompt with the categories that it is to have */
    LabelBar(BiConsumer<Prompt, Set<Category>> label) {
        super(14, 6);
        this.label = label;
        getStyleClass().add("generate-bar");
        getChildren().add(title);
        for (Category each : Category.values()) {
            CheckBox box = new CheckBox(each.title());
            box.setOnAction(_ -> ticked());
            boxes.put(each, box);
            getChildren().add(box);
        }
        show(Optional.empty());
    }

    /** Shows the categories of a prompt, or none that can be ticked. */
    void show(Optional<Prompt> prompt) {
        shown = prompt;
        title.setText(prompt.isPresent() ? "Its categories:" : "Select a prompt to label it:");
        boxes.forEach(
                (category, box) -> {
                    box.setDisable(prompt.isEmpty());
                    box.setSelected(
                            prompt.filter(p -> p.categories().contains(category.title()))
                                    .isPresent());
                });
    }

    private void ticked() {
        Set<Category> wanted = EnumSet.noneOf(Category.class);
        boxes.forEach(
                (category, box) -> {
                    if (box.isSelected()) {
                        wanted.add(category);
                    }
                });
        shown.ifPresent(prompt -> label.accept(prompt, wanted));
    }
}
