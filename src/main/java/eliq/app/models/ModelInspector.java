package eliq.app.models;

import eliq.app.facts.PathText;
import eliq.app.facts.PlainText;
import eliq.app.words.Amounts;
import eliq.hub.ModelKind;
import eliq.workbench.ModelDetails;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything about the selected model, and what can be done with it. */
final class ModelInspector extends ScrollPane {
    static final double LEAST = 300;

    private final ModelsViewModel model;
    private final Consumer<ModelDetails> useForScoring;
    private final VBox content = new VBox();

    /** @param useForScoring lets the Score view use a scorer */
    ModelInspector(ModelsViewModel model, Consumer<ModelDetails> useForScoring) {
        this.model = model;
        this.useForScoring = useForScoring;
        content.getStyleClass().add("inspector");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(LEAST);
        model.selectedProperty().subscribe(_ -> show());
        model.verifications()
                .all()
                .addListener((MapChangeListener<Object, Verification>) _ -> show());
        model.machineProperty().subscribe(_ -> show());
    }

    private void show() {
        content.getChildren().clear();
        ModelDetails shown = model.selectedProperty().get();
        if (shown == null) {
            Label none = new Label("Select a model to see where it comes from and what it needs.");
            none.setWrapText(true);
            none.getStyleClass().add("absent");
            content.getChildren().add(none);
            return;
        }
        Label name = new Label(shown.model().name());
        name.getStyleClass().add("headline");
        name.setWrapText(true);
        content.getChildren().addAll(name, actions(shown));
        model.machineProperty()
                .get()
                .flatMap(machine -> machine.verdict(shown))
                .filter(_ -> shown.model().kind() == ModelKind.BACKBONE)
                .ifPresent(text -> section("Memory", text));
        shown.problem().ifPresent(why -> problem("Cannot be used", why));
        Optional.ofNullable(model.verifications().all().get(shown.model().folder()))
                .ifPresent(this::verification);
        shown.limits().ifPresent(text -> section("What it judges", text));
        shown.made().ifPresent(this::made);
        shown.bonds().forEach(bond -> section("Needs", bond.needs()));
        section("Weights", weights(shown));
        shown.model().revisions().ifPresent(text -> section("Revision", text));
        Label folder = new Label("Folder");
        folder.getStyleClass().add("section");
        PathText path = new PathText(shown.model().folder().toString(), "folder of the model");
        content.getChildren().add(new VBox(2, folder, path));
    }

    private static String weights(ModelDetails shown) {
        return shown.weights()
                .map(
                        w ->
                                Amounts.format(
                                        "%s parameters, %s on disk as %s",
                                        Amounts.parameters(w.values()),
                                        Amounts.bytes(shown.model().bytes()),
                                        w.type()))
                .orElse(
                        "no safetensors file that can be read; "
                                + Amounts.bytes(shown.model().bytes())
                                + " on disk");
    }

    private void made(ModelDetails.Making made) {
        String when =
                made.when()
                        .map(
                                at ->
                                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                                                .withZone(ZoneId.systemDefault())
                                                .format(at))
                        .orElse("");
        String run =
                made.run().isPresent() ? "run " + made.run().getAsLong() : "elsewhere, not here";
        section(
                "Made by training",
                made.words() + "\n" + run + (when.isEmpty() ? "" : ", " + when));
    }

    private void verification(Verification found) {
        switch (found) {
            case Verification.Running _ -> section("Verification", "Being read through …");
            case Verification.Good(String words) -> section("Verification", words);
            case Verification.Damaged(String words) -> problem("Verification", words);
            case Verification.Failed(String reason) -> problem("Verification", reason);
        }
    }

    private Node actions(ModelDetails shown) {
        FlowPane actions = new FlowPane(8, 8);
        if (shown.model().kind() == ModelKind.SCORER) {
            Button use = new Button("Use for scoring", new FontIcon("fth-target"));
            use.setId("models-use");
            use.setDisable(shown.problem().isPresent());
            use.getStyleClass().addAll("accent", "small");
            use.setTooltip(new Tooltip("The Score view judges with it from now on"));
            use.setOnAction(_ -> useForScoring.accept(shown));
            actions.getChildren().add(use);
        }
        Button verify = new Button("Verify", new FontIcon("fth-check-circle"));
        verify.setId("models-verify");
        verify.setAccessibleText("Read the model through and check its digests");
        verify.getStyleClass().add("small");
        verify.setTooltip(new Tooltip("Read it through and check its digests (V)"));
        verify.setOnAction(_ -> model.verify(shown));
        actions.getChildren().add(verify);
        if (ModelsViewModel.isRemovable(shown)) {
            Button remove = new Button("Remove …", new FontIcon("fth-trash-2"));
            remove.setId("models-remove");
            remove.getStyleClass().add("small");
            remove.setTooltip(new Tooltip("Asks before anything is deleted (Delete)"));
            remove.setOnAction(_ -> model.askToRemove(shown));
            actions.getChildren().add(remove);
        }
        return actions;
    }

    private void problem(String title, String text) {
        section(title, text).getStyleClass().add("failure");
    }

    private PlainText section(String title, String text) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section");
        PlainText value = new PlainText(text, title);
        content.getChildren().add(new VBox(2, heading, value));
        return value;
    }
}
