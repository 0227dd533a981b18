package eliq.app.pairs;

import eliq.app.facts.Fact;
import eliq.app.facts.FactGrid;
import eliq.app.facts.PlainText;
import eliq.app.facts.Section;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.pairs.AuditPairs.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything about the tuple and its chosen picture; values can be selected and copied. */
final class PairInspector extends VBox {
    private static final double NAMES = 88;

    private final PairsViewModel model;
    private final Runnable leave;
    private final Executor ui;
    private final Label name = new Label();
    private final PlainText prompt = new PlainText("", "Prompt");
    private final TextField note = new TextField();
    private final VBox verdict = new VBox(4);
    private final VBox audit = new VBox(4);
    private final Section auditSection = new Section("Audit", audit);
    private final FactGrid recipe = new FactGrid(NAMES);
    private final FactGrid about = new FactGrid(NAMES);
    private final Section recipeSection;
    private boolean stale;

    /**
     * @param leave takes the focus when the note is written
     * @param ui runs things on the JavaFX thread
     */
    PairInspector(PairsViewModel model, Runnable leave, Executor ui) {
        this.model = model;
        this.leave = leave;
        this.ui = ui;
        setId("pairs-inspector");
        getStyleClass().addAll("inspector", "scrolled");
        setPrefWidth(320);
        setMinWidth(260);
        name.getStyleClass().add("text-bold");
        name.setWrapText(true);
        note.setId("pairs-note");
        note.setPromptText("Note (N), Enter keeps it");
        note.setAccessibleText("Note on the chosen picture");
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::noteKey);
        Button copy = new Button("Copy recipe", new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("flat", "small");
        copy.setOnAction(_ -> copyRecipe());
        recipeSection = new Section("Recipe", new VBox(6, recipe, copy));
        VBox content =
                new VBox(
                        10,
                        name,
                        verdict,
                        note,
                        new Section("Prompt", prompt),
                        auditSection,
                        recipeSection,
                        new Section("About", about));
        content.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.shown().tupleProperty().subscribe(_ -> refresh());
        model.shown().compare().chosenProperty().subscribe((_, _) -> refresh());
        model.shown().compare().subjectsProperty().subscribe((_, _) -> refresh());
    }

    /** Filled once, however much changes at a time. */
    private void refresh() {
        if (!stale) {
            stale = true;
            ui.execute(this::show);
        }
    }

    /** Puts the cursor into the note. */
    void writeNote() {
        note.requestFocus();
        note.selectAll();
    }

    private void noteKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.shown().note(note.getText());
            leave.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            show();
            leave.run();
            event.consume();
        }
    }

    private void show() {
        stale = false;
        Optional<Tuple> tuple = model.shown().tupleProperty().get();
        Optional<Negative> negative = model.shown().negative();
        name.setText(
                negative.map(Titles::title).orElse(tuple.isPresent() ? "positive" : "No tuple"));
        prompt.setText(tuple.map(each -> each.prompt().text()).orElse(""));
        Optional<Decision> decision = model.shown().decision();
        note.setText(decision.map(Decision::note).orElse(""));
        note.setDisable(decision.isEmpty());
        verdict.getChildren().setAll(verdicts(tuple, decision));
        List<Finding> findings = tuple.map(model::findings).orElse(List.of());
        auditSection.setVisible(!findings.isEmpty());
        auditSection.setManaged(!findings.isEmpty());
        audit.getChildren().setAll(findings.stream().map(PairInspector::finding).toList());
        recipeSection.setVisible(negative.isPresent());
        recipeSection.setManaged(negative.isPresent());
        recipe.show(negative.map(PairInspector::made).orElse(List.of()));
        about.show(tuple.map(each -> about(each, negative)).orElse(List.of()));
    }

    private static List<? extends Node> verdicts(
            Optional<Tuple> tuple, Optional<Decision> decision) {
        List<Node> nodes = new ArrayList<>();
        decision.flatMap(each -> OpinionStrip.verdictMark(each.verdict())).ifPresent(nodes::add);
        if (nodes.isEmpty()) {
            Label open = new Label("Not decided");
            open.getStyleClass().add("absent");
            nodes.add(open);
        }
        if (decision.filter(each -> each.negative().isPresent()).isPresent()
                && tuple.filter(each -> each.verdict() == Verdict.REJECTED).isPresent()) {
            Label out = new Label("The whole tuple is rejected.");
            out.getStyleClass().add("failure");
            nodes.add(out);
        }
        return nodes;
    }

    private static Label finding(Finding finding) {
        Label label =
                new Label(
                        (finding.negative() == 0
                                        ? "Positive: "
                                        : "Negative " + finding.negative() + ": ")
                                + finding.text());
        label.setWrapText(true);
        label.getStyleClass().add("failure");
        return label;
    }

    private static List<Fact> made(Negative negative) {
        List<Fact> recipe = RecipeFacts.of(negative.recipe());
        if (negative.content() instanceof NegativeContent.WrongPrompt(String text)) {
            List<Fact> facts = new ArrayList<>(recipe);
            // Some recipes name the prompt as well.
            facts.removeIf(fact -> fact.value().equals(text));
            facts.addFirst(new Fact("Wrong prompt", text));
            return facts;
        }
        return recipe;
    }

    private static List<Fact> about(Tuple tuple, Optional<Negative> negative) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Tuple", Long.toString(tuple.id())));
        negative.ifPresent(n -> facts.add(new Fact("Negative", Long.toString(n.id()))));
        facts.add(
                new Fact(
                        "Categories",
                        tuple.prompt().categories().isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        tuple.prompt().categories().stream().sorted().toList())));
        facts.add(new Fact("Positive by", tuple.generator()));
        facts.add(
                new Fact(
                        "SHA-256",
                        negative.map(n -> Titles.image(tuple, n)).orElse(tuple.positive()).hex()));
        return facts;
    }

    private void copyRecipe() {
        model.shown()
                .negative()
                .ifPresent(
                        n -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(RecipeFacts.exact(n.recipe()));
                            Clipboard.getSystemClipboard().setContent(content);
                        });
    }
}
