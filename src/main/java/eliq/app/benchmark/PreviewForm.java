package eliq.app.benchmark;

import eliq.app.words.Amounts;
import eliq.benchmark.ImageMatch;
import eliq.benchmark.ImportPreview;
import eliq.benchmark.ImportedRatings;
import eliq.benchmark.RatedImage;
import eliq.benchmark.RatedSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recognised columns, each with a choice of others; what is found with them; the first rows. */
final class PreviewForm extends VBox {
    private static final String NONE = "no column";
    private static final int ROWS = 8;
    private static final int NAMED = 3;

    private final ImportViewModel imports;
    private final Map<ColumnRole, ComboBox<String>> choices = new EnumMap<>(ColumnRole.class);
    private final Map<ColumnRole, Label> found = new EnumMap<>(ColumnRole.class);
    private final GridPane columns = new GridPane(14, 8);
    private final Label summary = new Label();
    private final VBox warnings = new VBox(4);
    private final TableView<RatedImage> rows = new TableView<>();
    private boolean showing;

    PreviewForm(ImportViewModel imports) {
        super(14);
        this.imports = imports;
        int line = 0;
        for (ColumnRole role : ColumnRole.values()) {
            ComboBox<String> choice = new ComboBox<>();
            choice.setId("benchmark-column-" + role.name().toLowerCase(Locale.ROOT));
            choice.setAccessibleText("Column of: " + role.title());
            choice.setPrefWidth(220);
            choice.valueProperty().subscribe(now -> corrected(role, now));
            Label facts = new Label();
            facts.getStyleClass().add("absent");
            choices.put(role, choice);
            found.put(role, facts);
            Label title = new Label(role.title());
            title.setMinWidth(110);
            title.getStyleClass().add("text-bold");
            columns.addRow(line++, title, choice, facts);
        }
        summary.setWrapText(true);
        summary.setId("benchmark-import-summary");
        summary.getStyleClass().add("title-4");
        rows.setFixedCellSize(28);
        rows.setPrefHeight(28 * (ROWS + 1) + 16);
        rows.setMinHeight(28 * 4);
        rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        rows.setAccessibleText("First rows of the set");
        Label first = new Label("First rows, as they would be taken");
        first.getStyleClass().add("absent");
        VBox table = new VBox(4, first, rows);
        table.visibleProperty().bind(Bindings.isNotEmpty(rows.getItems()));
        table.managedProperty().bind(table.visibleProperty());
        getChildren().addAll(summary, warnings, columns, table);
    }

    private void corrected(ColumnRole role, String now) {
        if (!showing && now != null) {
            imports.correct(role, Optional.of(now).filter(n -> !n.equals(NONE)));
        }
    }

    void looking() {
        summary.setText("Looking at the table and the images …");
    }

    void show(ImportPreview preview) {
        showing = true;
        for (ColumnRole role : ColumnRole.values()) {
            ComboBox<String> choice = choices.get(role);
            List<String> names = new ArrayList<>(List.of(NONE));
            names.addAll(preview.header());
            if (!choice.getItems().equals(names)) {
                choice.getItems().setAll(names);
            }
            choice.setValue(role.in(preview.columns()).orElse(NONE));
            found.get(role).setText(facts(role, preview));
        }
        showing = false;
        columns.setVisible(!preview.header().isEmpty());
        columns.setManaged(columns.isVisible());
        summary.setText(
                preview.set()
                        .map(set -> summary(set, preview))
                        .orElse("This cannot be imported yet"));
        List<Node> notes = new ArrayList<>();
        preview.problem().ifPresent(problem -> notes.add(warning(problem)));
        preview.set().ifPresent(set -> set.remarks().forEach(r -> notes.add(warning(r))));
        preview.match().ifPresent(match -> matchNotes(match, notes));
        warnings.getChildren().setAll(notes);
        preview.set().ifPresentOrElse(this::showRows, () -> rows.getItems().clear());
    }

    private static String summary(RatedSet set, ImportPreview preview) {
        String layout = set.layout().title();
        return Character.toUpperCase(layout.charAt(0))
                + layout.substring(1)
                + ": "
                + Amounts.count(set.images().size(), "image")
                + (set.prompts() > 0 ? " of " + Amounts.count(set.prompts(), "prompt") : "")
                + (preview.matched().isPresent()
                        ? ", " + Amounts.count(preview.matched().getAsInt(), "file") + " found"
                        : "");
    }

    private static void matchNotes(ImageMatch match, List<Node> notes) {
        if (!match.missing().isEmpty()) {
            notes.add(
                    warning(
                            Amounts.count(match.missing().size(), "image")
                                    + " without a file: "
                                    + some(match.missing())));
        }
        match.ambiguous().stream().limit(NAMED).forEach(a -> notes.add(warning(a)));
        if (!match.extra().isEmpty()) {
            notes.add(
                    warning(
                            Amounts.count(match.extra().size(), "file")
                                    + " in the folder that the index does not name, such as "
                                    + match.extra().getFirst().getFileName()));
        }
        if (match.byStem() > 0) {
            notes.add(
                    warning(
                            Amounts.count(match.byStem(), "image")
                                    + " found under the same name with another extension"));
        }
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? ", …" : "");
    }

    private static Label warning(String text) {
        Label label = new Label(text, new FontIcon("fth-alert-triangle"));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("document-warning");
        return label;
    }

    private static String facts(ColumnRole role, ImportPreview preview) {
        Optional<RatedSet> set = preview.set();
        if (set.isEmpty()) {
            return role.meaning();
        }
        return switch (role) {
            case IMAGE -> "such as " + set.get().images().getFirst().name();
            case PROMPT ->
                    set.get()
                            .images()
                            .getFirst()
                            .prompt()
                            .map(p -> "such as “" + p + "”")
                            .orElse("no prompts");
            case VISUAL -> rating(set.get().visual(), preview);
            case ALIGNMENT -> rating(set.get().alignment(), preview);
            case RATERS ->
                    preview.raters()
                            .map(r -> "%,d to %,d an image".formatted(r.fewest(), r.most()))
                            .orElse("not known");
            case GENERATOR ->
                    set.get().generators().isEmpty()
                            ? "not known"
                            : Amounts.count(set.get().generators().size(), "generator")
                                    + ": "
                                    + some(List.copyOf(set.get().generators().keySet()));
            case SPLIT ->
                    set.get().images().stream().anyMatch(i -> i.split().isPresent())
                            ? "known"
                            : "not known";
        };
    }

    private static String rating(Optional<String> name, ImportPreview preview) {
        return name.flatMap(
                        n -> preview.ratings().stream().filter(r -> r.name().equals(n)).findFirst())
                .map(PreviewForm::rating)
                .orElse("no rating");
    }

    private static String rating(ImportedRatings.RatingCount count) {
        return "scale seen "
                + Words.fixed(count.lowest(), 2)
                + " to "
                + Words.fixed(count.highest(), 2)
                + ", "
                + Amounts.count(count.images(), "image")
                + (count.withSpread() > 0 ? ", spread between raters known" : "");
    }

    private void showRows(RatedSet set) {
        rows.getColumns().clear();
        rows.getColumns().add(column("Image", 200, i -> i.name()));
        set.visual().ifPresent(n -> rows.getColumns().add(rating("Visual", n)));
        set.alignment().ifPresent(n -> rows.getColumns().add(rating("Alignment", n)));
        if (!set.generators().isEmpty()) {
            rows.getColumns().add(column("Generator", 110, i -> i.generator().orElse("–")));
        }
        rows.getColumns().add(column("Prompt", 360, i -> i.prompt().orElse("–")));
        rows.getItems().setAll(set.images().subList(0, Math.min(ROWS, set.images().size())));
    }

    private static TableColumn<RatedImage, String> rating(String title, String name) {
        TableColumn<RatedImage, String> column =
                column(title, 80, i -> Words.fixed(i.rating(name), 2));
        column.getStyleClass().add("number");
        Label header = new Label(title);
        header.getStyleClass().add("number-header");
        column.setText("");
        column.setGraphic(header);
        column.setMinWidth(116);
        column.setMaxWidth(124);
        return column;
    }

    private static TableColumn<RatedImage, String> column(
            String title, double width, Function<RatedImage, String> value) {
        TableColumn<RatedImage, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
