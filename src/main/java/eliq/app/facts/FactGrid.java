package eliq.app.facts;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Facts below one another: names on the left, values that can be selected on the right. */
public final class FactGrid extends GridPane {
    private static final int VALUES = 1;

    private List<Fact> shown = List.of();

    /** @param names width that names have; longer ones are wrapped */
    public FactGrid(double names) {
        super(8, 2);
        getStyleClass().add("fact-grid");
        ColumnConstraints left = new ColumnConstraints(names, names, names);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setFillWidth(true);
        right.setMinWidth(0);
        getColumnConstraints().setAll(left, right);
    }

    /** Shows these in place of what was shown. */
    public void show(List<Fact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        boolean same = names(facts).equals(names(shown));
        shown = List.copyOf(facts);
        if (same) {
            // Selecting one thing after another makes nothing anew.
            getChildren().stream()
                    .filter(PlainText.class::isInstance)
                    .map(PlainText.class::cast)
                    .forEach(value -> value.setText(shown.get(getRowIndex(value)).value()));
            return;
        }
        getChildren().clear();
        for (int i = 0; i < facts.size(); i++) {
            Label name = new Label(facts.get(i).name());
            name.getStyleClass().addAll("absent", "fact-name");
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            setValignment(name, VPos.TOP);
            PlainText value = new PlainText(facts.get(i).value(), facts.get(i).name());
            name.setLabelFor(value);
            setValignment(value, VPos.TOP);
            add(name, 0, i);
            add(value, VALUES, i);
        }
    }

    private static List<String> names(List<Fact> facts) {
        return facts.stream().map(Fact::name).toList();
    }
}
