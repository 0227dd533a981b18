package eliq.app.facts;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
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
        boolean same = shapes(facts).equals(shapes(shown));
        shown = List.copyOf(facts);
        if (same) {
            // Selecting one thing after another makes nothing anew.
            getChildren().forEach(this::showAnew);
            return;
        }
        getChildren().clear();
        for (int i = 0; i < facts.size(); i++) {
            Label name = new Label(facts.get(i).name());
            name.getStyleClass().addAll("absent", "fact-name");
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            setValignment(name, VPos.TOP);
            Node value = value(facts.get(i));
            name.setLabelFor(value);
            setValignment(value, VPos.TOP);
            add(name, 0, i);
            add(value, VALUES, i);
        }
    }

    private static Node value(Fact fact) {
        return switch (fact.form()) {
            case TEXT -> new PlainText(fact.value(), fact.name());
            case PATH -> new PathText(fact.value(), fact.name());
        };
    }

    private void showAnew(Node child) {
        switch (child) {
            case PlainText text -> text.setText(shown.get(getRowIndex(text)).value());
            case PathText path -> path.show(shown.get(getRowIndex(path)).value());
            default -> {}
        }
    }

    /** What stays as it is while values change. */
    private static List<Fact> shapes(List<Fact> facts) {
        return facts.stream().map(fact -> new Fact(fact.name(), "", fact.form())).toList();
    }
}
