package eliq.app.benchmark;

import eliq.app.words.Failure;
import eliq.benchmark.LeakCheck;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whether prompts of the test side of a split are in training too: of the authors' split, or of two lists. */
final class LeakPane extends VBox {
    private final BenchmarkViewModel model;
    private final FileChoice files;
    private final Label authors = new Label();
    private final Label answer = new Label();
    private final Label examples = new Label();
    private final GridPane counts = new GridPane(24, 4);
    private final ObjectProperty<Optional<Path>> training =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> test =
            new SimpleObjectProperty<>(Optional.empty());

    LeakPane(BenchmarkViewModel model, FileChoice files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("document");
        Label what =
                new Label(
                        "A model that was trained on images of the same prompts as the test images may know the prompt rather than "
                                + "the picture. Name the two lists of a published split (CSV or XLSX with a column of image names).");
        for (Label label : new Label[] {what, authors, answer, examples}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        what.getStyleClass().add("absent");
        answer.getStyleClass().add("title-4");
        answer.setId("benchmark-leaks");
        examples.getStyleClass().add("absent");
        Button check = new Button("Check", new FontIcon("fth-search"));
        check.getStyleClass().add("accent");
        check.disableProperty()
                .bind(
                        training.map(Optional::isEmpty)
                                .flatMap(a -> test.map(b -> a || b.isEmpty())));
        check.setOnAction(_ -> check());
        HBox row =
                new HBox(10, list("Training list …", training), list("Test list …", test), check);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(what, row, authors, answer, counts, examples);
        model.result().evaluationProperty().subscribe(_ -> authorsSplit());
    }

    private Button list(String title, ObjectProperty<Optional<Path>> chosen) {
        Button button = new Button(title, new FontIcon("fth-file-text"));
        button.setOnAction(
                _ ->
                        files.tables(title).stream()
                                .findFirst()
                                .ifPresent(file -> chosen.set(Optional.of(file))));
        chosen.subscribe(
                now -> button.setText(now.map(f -> f.getFileName().toString()).orElse(title)));
        return button;
    }

    private Optional<String> set() {
        return model.result().evaluationProperty().get().map(e -> e.set().name());
    }

    private void authorsSplit() {
        authors.setText("");
        answer.setText("");
        examples.setText("");
        counts.getChildren().clear();
        set().filter(name -> model.sets().stream().anyMatch(s -> s.name().equals(name)))
                .ifPresent(
                        name ->
                                model.questions()
                                        .leaks(
                                                name,
                                                found -> {
                                                    authors.setText(
                                                            found.isPresent()
                                                                    ? "The authors' own split, its largest part as the training side:"
                                                                    : "The index of this set says nothing of splits.");
                                                    found.ifPresent(this::show);
                                                },
                                                reason ->
                                                        authors.setText(Failure.sentence(reason))));
    }

    private void check() {
        set().ifPresent(
                        name ->
                                model.questions()
                                        .leaks(
                                                name,
                                                training.get().orElseThrow(),
                                                test.get().orElseThrow(),
                                                found -> {
                                                    authors.setText("The two lists:");
                                                    show(found);
                                                },
                                                reason -> {
                                                    authors.setText(Failure.sentence(reason));
                                                    answer.setText("");
                                                    counts.getChildren().clear();
                                                    examples.setText("");
                                                }));
    }

    private void show(LeakCheck check) {
        answer.setText(check.sentence());
        counts.getChildren().clear();
        counts.addRow(0, new Label(""), head("Training"), head("Test"), head("On both sides"));
        counts.addRow(
                1,
                new Label("Images"),
                number(check.trainingImages()),
                number(check.testImages()),
                number(check.sameImages()));
        counts.addRow(
                2,
                new Label("Prompts"),
                number(check.trainingPrompts()),
                number(check.testPrompts()),
                number(check.leaked()));
        examples.setText(
                check.examples().isEmpty()
                        ? ""
                        : "Such as: " + String.join("; ", check.examples()));
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("absent");
        return label;
    }

    private static Label number(int value) {
        Label label = new Label(String.format("%,d", value));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
