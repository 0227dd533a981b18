package eliq.app.score;

import eliq.app.facts.AspectBar;
import eliq.app.picture.PictureLoader;
import eliq.app.words.Decimals;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything about the selected row: the picture large, its prompt, scores, aspects and gates. */
final class ScoreDetails extends VBox {

    private final ScoreViewModel model;

    private final PictureWithMap picture;
    private final ExplainBar explain;
    private final Label name = new Label();
    private final TextArea prompt = new TextArea();
    private final Label source = new Label();
    private final Label scores = new Label();
    private final Label places = new Label();
    private final FailureBox failure;
    private final AspectBar technical = new AspectBar("T", "technical", "Technical");
    private final AspectBar aesthetic = new AspectBar("A", "aesthetic", "Aesthetic");
    private final AspectBar alignment = new AspectBar("P", "alignment", "Alignment");
    private final AspectBar technicalGate = new AspectBar("T", "technical", "Technical");
    private final AspectBar aestheticGate = new AspectBar("A", "aesthetic", "Aesthetic");
    private final ChangeListener<ScoreRow.State> onState = (_, _, now) -> show(now);
    private final ChangeListener<String> onPrompt = (_, _, now) -> showPrompt(now);
    private Optional<ScoreRow> row = Optional.empty();

    ScoreDetails(ScoreViewModel model, PictureLoader<Path> pictures) {
        this.model = model;
        getStyleClass().addAll("inspector", "scrolled");
        setPrefWidth(360);
        setMinWidth(300);

        failure = new FailureBox(model);
        picture = new PictureWithMap(pictures);
        explain = new ExplainBar(model.explainer(), picture, () -> row);
        name.getStyleClass().add("text-bold");
        name.setWrapText(true);

        prompt.setId("score-prompt");
        prompt.setWrapText(true);
        prompt.setPrefRowCount(3);
        prompt.setAccessibleText("Prompt of the selected image");
        prompt.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                        usePrompt();
                        event.consume();
                    }
                });
        Button use = new Button("Use prompt");
        use.setId("score-use-prompt");
        use.setOnAction(_ -> usePrompt());
        source.getStyleClass().add("absent");
        source.setWrapText(true);
        HBox.setHgrow(source, Priority.ALWAYS);
        source.setMaxWidth(Double.MAX_VALUE);
        HBox promptFoot = new HBox(8, source, use);
        promptFoot.setAlignment(Pos.CENTER_LEFT);
        use.setMinWidth(Region.USE_PREF_SIZE);

        scores.getStyleClass().add("headline");
        scores.setWrapText(true);
        places.getStyleClass().add("absent");
        places.setWrapText(true);
        VBox content =
                new VBox(
                        10,
                        picture,
                        explain,
                        name,
                        failure,
                        scores,
                        places,
                        section("Prompt"),
                        prompt,
                        promptFoot,
                        section("Critic: probability of high"),
                        technical,
                        aesthetic,
                        alignment,
                        section("Gates: how much each branch is used"),
                        technicalGate,
                        aestheticGate);
        ScrollPane scroll = new ScrollPane(content);
        content.getStyleClass().add("inspector-content");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.spread().changesProperty().subscribe(_ -> showPlaces());
        model.choice().chosenProperty().subscribe(this::choose);
    }

    private static Label section(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("section");
        return label;
    }

    /** Asks what moved the score, or no longer. */
    void explain() {
        if (!explain.isDisabled()) {
            explain.fire();
        }
    }

    private void usePrompt() {
        row.ifPresent(each -> model.prompts().use(each, prompt.getText()));
    }

    /** Two rows are compared elsewhere. */
    private void choose(Chosen now) {
        Optional<ScoreRow> alone = now instanceof Chosen.Two ? Optional.empty() : now.lookedAt();
        if (!alone.equals(row)) {
            select(alone);
        }
    }

    private void select(Optional<ScoreRow> now) {
        row.ifPresent(
                before -> {
                    before.stateProperty().removeListener(onState);
                    before.promptProperty().removeListener(onPrompt);
                });
        row = now;
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        model.explainer().stop();
        now.ifPresent(
                each -> {
                    each.stateProperty().addListener(onState);
                    each.promptProperty().addListener(onPrompt);
                    name.setText(each.name());
                    showPrompt(each.promptProperty().get());
                    show(each.stateProperty().get());
                    picture.show(each.path());
                });
    }

    private void showPrompt(String text) {
        prompt.setText(text);
        source.setText(
                row.map(each -> each.promptSourceProperty().get())
                        .filter(from -> !from.isEmpty())
                        .map(from -> "from: " + from)
                        .orElse(""));
    }

    private void show(ScoreRow.State state) {
        Optional<Judgement> judgement =
                state instanceof ScoreRow.State.Scored(Judgement j)
                        ? Optional.of(j)
                        : Optional.empty();
        boolean failed = state instanceof ScoreRow.State.Failed;
        prompt.setPromptText(
                row.filter(ScoreRow::isPromptAwaited)
                        .map(_ -> ScoreRow.READING)
                        .orElse(
                                failed
                                        ? "No prompt was read"
                                        : "No prompt: type one to judge alignment"));
        if (state instanceof ScoreRow.State.Failed(String reason)) {
            row.ifPresent(each -> failure.show(each, reason));
        } else {
            failure.hide();
        }
        scores.setText(
                judgement
                        .map(ScoreDetails::headline)
                        .orElse(failed ? "Not scored" : "Waiting for its score"));
        explain.setDisable(judgement.isEmpty());
        showPlaces();
        technical.show(
                judgement
                        .map(j -> OptionalDouble.of(j.technical()))
                        .orElse(OptionalDouble.empty()));
        aesthetic.show(
                judgement
                        .map(j -> OptionalDouble.of(j.aesthetic()))
                        .orElse(OptionalDouble.empty()));
        alignment.show(
                judgement
                        .flatMap(Judgement::alignment)
                        .map(a -> OptionalDouble.of(a.high()))
                        .orElse(OptionalDouble.empty()));
        technicalGate.show(
                judgement
                        .map(j -> OptionalDouble.of(j.technicalGate()))
                        .orElse(OptionalDouble.empty()));
        aestheticGate.show(
                judgement
                        .map(j -> OptionalDouble.of(j.aestheticGate()))
                        .orElse(OptionalDouble.empty()));
    }

    /** They move with every score that comes in. */
    private void showPlaces() {
        places.setText((place(Measure.VISUAL) + place(Measure.ALIGNMENT)).stripTrailing());
        places.setVisible(!places.getText().isEmpty());
        places.setManaged(places.isVisible());
    }

    private static String headline(Judgement judgement) {
        return "Visual "
                + Decimals.fixed(judgement.visual(), 2)
                + "\n"
                + judgement
                        .alignment()
                        .map(a -> "Alignment " + Decimals.fixed(a.score(), 2))
                        .orElse("Alignment – (needs a prompt)");
    }

    /** In the reference, or among the dropped images. */
    private String place(Measure measure) {
        return row.flatMap(each -> model.spread().place(each, measure))
                .map(text -> measure.title() + ": " + text + "\n")
                .orElse("");
    }
}
