package eliq.app.library;

import eliq.app.facts.AspectBar;
import eliq.app.facts.Fact;
import eliq.app.facts.FactGrid;
import eliq.app.facts.PlainText;
import eliq.app.facts.Section;
import eliq.app.picture.PictureLoader;
import eliq.app.words.Decimals;
import eliq.catalog.ImageRow;
import eliq.catalog.Score;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything the catalogue knows of the selected image; values can be copied. */
final class ImageInspector extends VBox {

    static final double LEAST_WIDTH = 280;

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withZone(ZoneId.systemDefault());

    private final LibraryViewModel model;
    private final PictureLoader<Path> pictures;
    private final ImageView picture = new ImageView();
    private final VBox content = new VBox(10);
    private final Label nothing = new Label("Select an image to see all about it");
    private final Label name = new Label();
    private final PlainText prompt = new PlainText("", "Prompt");
    private final FactGrid facts = new FactGrid(78);
    private final VBox history = new VBox(6);
    private PictureLoader.Request request = new PictureLoader.Request();
    private Optional<ImageRow> shown = Optional.empty();

    ImageInspector(LibraryViewModel model, PictureLoader<Path> pictures) {
        this.model = model;
        this.pictures = pictures;
        getStyleClass().addAll("inspector", "scrolled");
        setPrefWidth(320);
        setMinWidth(LEAST_WIDTH);
        StackPane frame = new StackPane(picture);
        frame.setMinHeight(120);
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(frame.widthProperty());
        picture.setFitHeight(300);
        name.getStyleClass().add("text-bold");
        name.setWrapText(true);
        prompt.setPromptText("No prompt is known for this image");
        content.getChildren()
                .setAll(
                        frame,
                        name,
                        new Section("Scores", history),
                        new Section("Prompt", prompt),
                        new Section("About", facts));
        content.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(content);
        nothing.getStyleClass().add("absent");
        StackPane layers = new StackPane(scroll, nothing);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(layers, Priority.ALWAYS);
        getChildren().add(layers);
        model.selection().selectedProperty().subscribe(_ -> show());
        model.historyProperty().subscribe(this::showHistory);
        model.scorerNames()
                .namesProperty()
                .subscribe((_, _) -> showHistory(model.historyProperty().get()));
        model.pagesLoadedProperty().subscribe(_ -> show());
        show();
    }

    private void show() {
        Optional<ImageRow> now = model.selectedRow();
        if (now.isPresent() && now.equals(shown)) {
            return;
        }
        shown = now;
        request.cancel();
        picture.setImage(null);
        name.setText(now.map(row -> row.image().name()).orElse(""));
        content.setVisible(now.isPresent());
        nothing.setVisible(now.isEmpty());
        prompt.setText(now.flatMap(ImageRow::prompt).orElse(""));
        now.ifPresent(
                row -> {
                    request =
                            pictures.load(
                                    model.path(row), loaded -> loaded.ifPresent(picture::setImage));
                    facts.show(facts(row));
                });
    }

    /** Newest first: what each scorer said, and under which prompt. */
    private void showHistory(List<Score> scores) {
        history.getChildren().clear();
        if (scores.isEmpty()) {
            Label none = new Label("Not scored yet. S scores what is selected.");
            none.getStyleClass().add("absent");
            none.setWrapText(true);
            history.getChildren().add(none);
        }
        for (Score score : scores) {
            PlainText values = new PlainText(scores(score), "Scores");
            values.getStyleClass().add("text-bold");
            Label when =
                    new Label(
                            "%s · %s%s"
                                    .formatted(
                                            WHEN.format(score.at()),
                                            model.scorerNames().of(score.scorer()),
                                            score.prompt().isEmpty() ? " · without prompt" : ""));
            when.getStyleClass().add("absent");
            when.setWrapText(true);
            when.setTooltip(new Tooltip("Weights of the scorer: " + score.scorer()));
            history.getChildren().add(new VBox(2, values, aspects(score), when));
        }
    }

    private static String scores(Score score) {
        return "Visual "
                + Decimals.two(OptionalDouble.of(score.visual()))
                + "   Alignment "
                + Decimals.two(score.alignment());
    }

    /** The critic's probability of {@code high} for each aspect. */
    private static VBox aspects(Score score) {
        Label heading = new Label("Critic: probability of high");
        heading.getStyleClass().add("section");
        return new VBox(
                heading,
                aspect("T", "technical", "Technical", OptionalDouble.of(score.technicalHigh())),
                aspect("A", "aesthetic", "Aesthetic", OptionalDouble.of(score.aestheticHigh())),
                aspect("P", "alignment", "Alignment", score.alignmentHigh()));
    }

    private static AspectBar aspect(
            String letter, String style, String name, OptionalDouble probability) {
        AspectBar bar = new AspectBar(letter, style, name);
        bar.show(probability);
        return bar;
    }

    private List<Fact> facts(ImageRow row) {
        List<Fact> all = new ArrayList<>();
        all.add(new Fact("Size", row.image().width() + " × " + row.image().height() + " pixels"));
        all.add(new Fact("Format", row.image().format()));
        all.add(
                new Fact(
                        "File",
                        String.format(Locale.getDefault(), "%,d bytes", row.image().bytes())));
        all.add(new Fact("Origin", row.image().origin().key()));
        row.image().generator().ifPresent(value -> all.add(new Fact("Generator", value)));
        row.image().model().ifPresent(value -> all.add(new Fact("Model", value)));
        row.image().seed().ifPresent(value -> all.add(new Fact("Seed", Long.toString(value))));
        all.add(new Fact("Added", WHEN.format(row.image().added())));
        all.add(new Fact("Where", model.path(row).toString(), Fact.Form.PATH));
        all.add(new Fact("SHA-256", row.image().hash().hex()));
        return all;
    }
}
