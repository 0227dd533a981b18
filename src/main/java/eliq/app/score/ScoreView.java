package eliq.app.score;

import eliq.app.compare.CompareKeys;
import eliq.app.frame.Action;
import eliq.app.frame.FileDrops;
import eliq.app.frame.Keys;
import eliq.app.frame.Notice;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.placeholder.Placeholder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Drop images anywhere; each becomes a row at once, scores arrive as they are ready. */
public final class ScoreView implements View {
    private static final KeyCombination P = Keys.plain(KeyCode.P);
    private static final KeyCombination X = Keys.plain(KeyCode.X);

    // Shares of the table: two pictures compared need more room than one beside its facts.
    private static final double ONE_SELECTED = 0.7;
    private static final double TWO_SELECTED = 0.4;

    private final ScoreViewModel model;
    private final BorderPane root = new BorderPane();
    private final ScoreTable table;
    private final ScoreFiles files;
    private final ScoreDetails details;
    private final ScoreHeader header;
    private final PromptBar promptBar;

    /**
     * @param pasted folder for pictures that came without a file
     * @param thumbnails small, for the table
     * @param pictures large enough for the details
     * @param comparing for two images
     */
    public ScoreView(
            ScoreViewModel model,
            FileChoice choice,
            Path pasted,
            PictureLoader<Path> thumbnails,
            PictureLoader<Path> pictures,
            CompareTwo.Means comparing) {
        this.model = model;
        files = new ScoreFiles(model, choice, pasted);
        promptBar = new PromptBar(model, files::choosePrompts);
        header = new ScoreHeader(model, files, this::export);
        promptBar.visibleProperty().bind(header.prompts().selectedProperty());
        promptBar.managedProperty().bind(header.prompts().selectedProperty());
        root.setId("score-view");
        table = new ScoreTable(model, thumbnails);
        details = new ScoreDetails(model, pictures);
        CompareTwo compare = new CompareTwo(model.choice(), comparing);
        StackPane right = new StackPane(details, compare);
        compare.listenIn(root);
        VBox left =
                new VBox(
                        new SpreadChart(model.spread()),
                        new Notice("score-mixed", model.mixedProperty()),
                        table);
        VBox.setVgrow(table, Priority.ALWAYS);
        SplitPane split = new SplitPane(left, right);
        split.setDividerPositions(ONE_SELECTED);
        compare.visibleProperty()
                .subscribe(
                        (_, two) -> split.setDividerPositions(two ? TWO_SELECTED : ONE_SELECTED));

        Placeholder empty =
                Placeholder.empty(
                        "fth-target",
                        "Drop images here to score them",
                        "Files or whole folders. The prompt is taken from the file where a generator left it, "
                                + "or from a text file of the same name; without one, only visual quality is judged.",
                        List.of(
                                new Placeholder.Door(
                                        "Choose images …", "fth-image", files::chooseFiles),
                                new Placeholder.Door(
                                        "Choose a folder …", "fth-folder", files::chooseFolder)));
        empty.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        split.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        root.setTop(
                new VBox(header, promptBar, new Notice("score-notice", model.noticeProperty())));
        root.setCenter(new StackPane(split, empty));
        root.setBottom(new JudgeNote(model));
        FileDrops.accept(root, model::add);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::act);
    }

    private void act(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (!typing && Keys.command(KeyCode.V).match(event)) {
            files.paste();
        } else if (Keys.command(KeyCode.O).match(event)) {
            files.chooseFiles();
        } else if (Keys.command(KeyCode.E).match(event)) {
            export();
        } else if (!typing && Keys.command(KeyCode.C).match(event)) {
            copy();
        } else if (!typing && X.match(event)) {
            details.explain();
        } else if (!typing && P.match(event)) {
            openPrompts();
        } else {
            return;
        }
        event.consume();
    }

    private void openPrompts() {
        header.prompts().fire();
        if (header.prompts().isSelected()) {
            promptBar.field().requestFocus();
        }
    }

    private void export() {
        if (table.getItems().stream().anyMatch(ScoreRow::isSettled)) {
            files.export(List.copyOf(table.getItems()));
        }
    }

    private void copy() {
        if (!table.getItems().isEmpty()) {
            files.copy(List.copyOf(table.getItems()));
        }
    }

    @Override
    public String title() {
        return "Score";
    }

    @Override
    public String icon() {
        return "fth-target";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return model.rows().isEmpty() ? root : table;
    }

    @Override
    public List<String> keys() {
        List<String> keys =
                new ArrayList<>(
                        List.of(
                                Keys.COMMAND_NAME + "+O  choose images",
                                Keys.COMMAND_NAME + "+Shift+O  choose a folder",
                                Keys.COMMAND_NAME + "+V  paste a picture or files",
                                "P  prompts for all images",
                                "Shift+P  prompts from a CSV",
                                Keys.COMMAND_NAME + "+Enter  use the typed prompt",
                                "J, K  next, previous image; a pinned one stays",
                                "Delete  take the selected images out of the list",
                                "U  undo the last removal",
                                "R  sort by the next column",
                                "Shift+R  turn the order round",
                                "X  what moved the score",
                                Keys.COMMAND_NAME + "+C  copy the table",
                                Keys.COMMAND_NAME + "+E  export the table",
                                Keys.COMMAND_NAME + "+L  clear the list",
                                Keys.COMMAND_NAME + "+click  pin this image, compare with that",
                                "T  pin the other of two images"));
        keys.addAll(CompareKeys.lines());
        return keys;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "Choose images to score …", Keys.COMMAND_NAME + "+O", files::chooseFiles),
                new Action(
                        "Choose a folder to score …",
                        Keys.COMMAND_NAME + "+Shift+O",
                        files::chooseFolder),
                new Action("Paste a picture or files", Keys.COMMAND_NAME + "+V", files::paste),
                new Action("Give all images a prompt", "P", this::openPrompts),
                new Action("Take prompts from a CSV …", "Shift+P", files::choosePrompts),
                new Action("Show what moved the score", "X", details::explain),
                new Action("Copy the table", Keys.COMMAND_NAME + "+C", this::copy),
                new Action(
                        "Export as CSV, JSON or report …", Keys.COMMAND_NAME + "+E", this::export),
                new Action("Sort by the next column", "R", model::orderByNext),
                new Action("Turn the order round", "Shift+R", model::turnOrder),
                new Action("Next image", "J", () -> model.choice().move(1)),
                new Action("Previous image", "K", () -> model.choice().move(-1)),
                new Action("Pin the other of two images", "T", model.choice()::exchange),
                new Action("Take the selected images out of the list", "Delete", model::remove),
                new Action("Undo the last removal", "U", model::undo),
                new Action("Clear the list", Keys.COMMAND_NAME + "+L", model::clear));
    }

    @Override
    public Map<String, String> remembered() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("measure", model.spread().measureProperty().get().name());
        texts.put("order", model.orderProperty().get().text());
        model.scorers().now().ifPresent(scorer -> texts.put("scorer", scorer.folder().toString()));
        return texts;
    }

    @Override
    public void restore(Map<String, String> remembered) {
        for (Measure measure : Measure.values()) {
            if (measure.name().equals(remembered.get("measure"))) {
                model.spread().measureProperty().set(measure);
            }
        }
        RowOrder.of(remembered.getOrDefault("order", "")).ifPresent(model.orderProperty()::set);
        String scorer = remembered.getOrDefault("scorer", "");
        if (!scorer.isEmpty()) {
            model.scorers().useOnceOffered(Path.of(scorer));
        }
    }
}
