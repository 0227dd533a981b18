package eliq.app.pairs;

import eliq.app.compare.CompareKeys;
import eliq.app.compare.ComparePanel;
import eliq.app.frame.Action;
import eliq.app.frame.Keys;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** Tuples of a set: the list, the pictures compared over their row, and the inspector; all of it by keyboard. */
public final class PairsView implements View {

    /**
     * What loads pictures.
     *
     * @param small for list and row
     * @param full for comparing, to the pixel
     * @param differences computes them, one after another
     * @param ui runs things on the JavaFX thread
     */
    public record Pictures(
            PictureLoader<ContentHash> small,
            PictureLoader<ContentHash> full,
            Executor differences,
            Executor ui) {}

    private final PairsViewModel model;
    private final Pictures pictures;
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final ListView<Tuple> list = new ListView<>();
    private final PairInspector inspector;
    private final ComparePanel<ContentHash> compare;
    private final PairsHeader header;
    private final SplitPane split;
    private boolean following;

    /** @param build leads to where sets are built */
    public PairsView(PairsViewModel model, Pictures pictures, Runnable build) {
        this.model = model;
        this.pictures = pictures;
        root.setId("pairs-view");
        root.getStylesheets().add(PairsView.class.getResource("pairs.css").toExternalForm());
        inspector = new PairInspector(model, list::requestFocus, pictures.ui());
        compare =
                new ComparePanel<>(
                        model.shown().compare(),
                        pictures.full(),
                        pictures.differences(),
                        pictures.ui(),
                        remarks());
        header = new PairsHeader(model, title());
        list.setId("pairs-list");
        list.setItems(model.listed());
        list.setFixedCellSize(TupleCell.HEIGHT);
        list.setCellFactory(_ -> new TupleCell(model, pictures.small()));
        list.setAccessibleText("Tuples");
        list.setMinWidth(170);
        list.setPrefWidth(230);
        BorderPane middle = new BorderPane(compare);
        middle.setBottom(new PictureRow(model, pictures.small()));
        middle.setMinWidth(300);
        split = new SplitPane(list, middle, inspector);
        divide();
        SplitPane.setResizableWithParent(list, false);
        SplitPane.setResizableWithParent(inspector, false);
        root.setTop(header);
        root.setCenter(content);
        root.setBottom(new ReviewFoot(model));
        PairsPlaceholders placeholders = new PairsPlaceholders(model, build);
        model.stateProperty().subscribe(state -> show(placeholders.of(state, split)));
        follow();
        new PicturesAhead(model, pictures.full());
        root.sceneProperty().subscribe(scene -> watch(scene != null));
        CompareKeys.listen(root, model.shown().compare());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public String title() {
        return "Pairs";
    }

    @Override
    public String icon() {
        return "fth-layers";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return content.getChildren().contains(split) ? list : root;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("Next tuple", "J", () -> model.move(1)),
                new Action("Previous tuple", "K", () -> model.move(-1)),
                new Action(
                        "Accept the chosen picture",
                        "A",
                        () -> model.shown().decide(Verdict.ACCEPTED)),
                new Action(
                        "Reject the chosen picture",
                        "R",
                        () -> model.shown().decide(Verdict.REJECTED)),
                new Action("Accept the tuple and go on", "Shift+A", model::acceptTuple),
                new Action("Reject the tuple and go on", "Shift+R", model::rejectTuple),
                new Action("Undo the last decision", "U", model::undo),
                new Action("Write a note on the chosen picture", "N", this::writeNote),
                new Action("Filter the tuples", "F", header::filter),
                new Action(
                        "Check the set for faults", Keys.COMMAND_NAME + "+Shift+F", model::audit),
                new Action(
                        "Have the critic judge the whole set",
                        Keys.COMMAND_NAME + "+J",
                        model::judgeAll),
                new Action("Read the sets of pairs again", "F5", model::refresh));
    }

    @Override
    public Map<String, String> remembered() {
        return ViewTexts.of(model, split.getItems().contains(inspector));
    }

    @Override
    public void restore(Map<String, String> remembered) {
        ViewTexts.restore(model, remembered);
        open(!"false".equals(remembered.get(ViewTexts.INSPECTOR)));
    }

    @Override
    public List<String> keys() {
        List<String> keys =
                new ArrayList<>(
                        List.of(
                                "J, K  next, previous tuple",
                                "A, R  accept, reject the chosen picture (the positive: its tuple)",
                                "Shift+A, Shift+R  accept, reject the tuple and go on",
                                "U  undo",
                                "N  note",
                                "F  filter",
                                "I  inspector",
                                Keys.COMMAND_NAME + "+Shift+F  check the set for faults",
                                Keys.COMMAND_NAME + "+J  have the critic judge the whole set",
                                "F5  read the sets again"));
        keys.addAll(CompareKeys.lines());
        return keys;
    }

    private void key(KeyEvent event) {
        if (CompareKeys.keepsItsKeys(event) || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean shift = event.isShiftDown();
        switch (event.getCode()) {
            case J -> model.move(1);
            case K -> model.move(-1);
            case A -> {
                if (shift) {
                    model.acceptTuple();
                } else {
                    model.shown().decide(Verdict.ACCEPTED);
                }
            }
            case R -> {
                if (shift) {
                    model.rejectTuple();
                } else {
                    model.shown().decide(Verdict.REJECTED);
                }
            }
            case U -> model.undo();
            case N -> writeNote();
            case F -> header.filter();
            case F5 -> model.refresh();
            case I -> open(!split.getItems().contains(inspector));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void writeNote() {
        open(true);
        inspector.writeNote();
    }

    private void open(boolean wanted) {
        if (!wanted) {
            split.getItems().remove(inspector);
        } else if (!split.getItems().contains(inspector)) {
            split.getItems().add(inspector);
            divide();
        }
    }

    private void divide() {
        split.setDividerPositions(0.19, 0.75);
    }

    /** The keyboard stays in the view when what had it goes. */
    private void show(Node shown) {
        boolean focused = root.isFocusWithin();
        content.getChildren().setAll(shown);
        if (focused) {
            firstFocus().requestFocus();
        }
    }

    private void watch(boolean onScreen) {
        if (onScreen) {
            model.appear();
        } else {
            model.leave();
        }
    }

    /** List and model choose the same tuple. */
    private void follow() {
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        (_, now) -> {
                            if (!following && now.intValue() >= 0) {
                                model.select(now.intValue());
                            }
                        });
        model.shown().tupleProperty().subscribe(_ -> selectInList());
        model.stateProperty().subscribe((_, _) -> selectInList());
        model.critic().answersProperty().subscribe(_ -> compare.refresh());
        model.critic().silenceProperty().subscribe(_ -> compare.refresh());
    }

    private void selectInList() {
        following = true;
        int place = model.place();
        if (place >= 0) {
            list.getSelectionModel().select(place);
            if (list.getFocusModel().getFocusedIndex() != place) {
                list.getFocusModel().focus(place);
            }
            list.scrollTo(Math.max(0, place - 3));
        }
        following = false;
        compare.refresh();
    }

    private ComparePanel.Remarks remarks() {
        return new ComparePanel.Remarks() {
            @Override
            public Optional<? extends Node> below(int place) {
                Optional<Negative> negative = model.shown().negative(place);
                String absence = model.critic().absence();
                Opinion opinion = model.opinion(place);
                return negative.isPresent()
                        ? negative.map(n -> OpinionStrip.negative(opinion, n, absence))
                        : model.shown()
                                .tupleProperty()
                                .get()
                                .map(t -> OpinionStrip.positive(opinion, t.verdict(), absence));
            }

            @Override
            public boolean wrong(int place) {
                return model.opinion(place).wrong();
            }
        };
    }
}
