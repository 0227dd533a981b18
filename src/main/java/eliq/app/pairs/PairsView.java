package eliq.app.pairs;

import eliq.app.compare.CompareKeys;
import eliq.app.compare.ComparePanel;
import eliq.app.compare.Subject;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.placeholder.Placeholder;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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
    private final Runnable build;
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final ListView<Tuple> list = new ListView<>();
    private final PairInspector inspector;
    private final ComparePanel<ContentHash> compare;
    private final PairsHeader header;
    private final SplitPane split;
    private final List<PictureLoader.Request> ahead = new ArrayList<>();
    private boolean following;

    /** @param build leads to where sets are built */
    public PairsView(PairsViewModel model, Pictures pictures, Runnable build) {
        this.model = model;
        this.pictures = pictures;
        this.build = build;
        root.setId("pairs-view");
        root.getStylesheets().add(PairsView.class.getResource("pairs.css").toExternalForm());
        inspector = new PairInspector(model, list::requestFocus);
        compare =
                new ComparePanel<>(
                        model.compare(),
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
        split.setDividerPositions(0.19, 0.76);
        SplitPane.setResizableWithParent(list, false);
        SplitPane.setResizableWithParent(inspector, false);
        root.setTop(new VBox(header, notice()));
        root.setCenter(content);
        model.stateProperty().subscribe(this::show);
        follow();
        CompareKeys.listen(root, model.compare());
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
        return list;
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
                                "I  inspector"));
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
                    model.decide(Verdict.ACCEPTED);
                }
            }
            case R -> {
                if (shift) {
                    model.rejectTuple();
                } else {
                    model.decide(Verdict.REJECTED);
                }
            }
            case U -> model.undo();
            case N -> {
                open(true);
                inspector.writeNote();
            }
            case F -> header.filter();
            case I -> open(!split.getItems().contains(inspector));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void open(boolean wanted) {
        if (!wanted) {
            split.getItems().remove(inspector);
        } else if (!split.getItems().contains(inspector)) {
            split.getItems().add(inspector);
            split.setDividerPositions(0.19, 0.76);
        }
    }

    /** List and model choose the same tuple; pictures of its neighbours are loaded once its own are there. */
    private void follow() {
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        (_, now) -> {
                            if (!following && now.intValue() >= 0) {
                                model.select(now.intValue());
                            }
                        });
        model.tupleProperty().subscribe(_ -> selectInList());
        model.stateProperty().subscribe((_, _) -> selectInList());
        model.compare().subjectsProperty().subscribe(_ -> loadAhead());
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

    /** The tuple's own pictures first; when all are there, those of its neighbours. */
    private void loadAhead() {
        ahead.forEach(PictureLoader.Request::cancel);
        ahead.clear();
        List<ContentHash> own =
                model.compare().subjectsProperty().get().stream()
                        .map(Subject::key)
                        .distinct()
                        .toList();
        load(own, () -> load(model.ahead(), () -> {}));
    }

    private void load(List<ContentHash> keys, Runnable then) {
        List<ContentHash> wanted =
                keys.stream().filter(key -> pictures.full().cached(key).isEmpty()).toList();
        if (wanted.isEmpty()) {
            then.run();
            return;
        }
        int[] left = {wanted.size()};
        for (ContentHash key : wanted) {
            ahead.add(
                    pictures.full()
                            .load(
                                    key,
                                    _ -> {
                                        if (--left[0] == 0) {
                                            then.run();
                                        }
                                    }));
        }
    }

    private ComparePanel.Remarks remarks() {
        return new ComparePanel.Remarks() {
            @Override
            public Optional<? extends Node> below(int place) {
                Optional<Negative> negative = model.negative(place);
                String silence = model.critic().silenceProperty().get();
                String absence = silence.isEmpty() ? "not judged yet" : silence;
                Opinion opinion = model.opinion(place);
                return negative.isPresent()
                        ? negative.map(n -> OpinionStrip.negative(opinion, n, absence))
                        : model.tupleProperty()
                                .get()
                                .map(t -> OpinionStrip.positive(opinion, t.verdict(), absence));
            }

            @Override
            public boolean wrong(int place) {
                return model.opinion(place).wrong();
            }
        };
    }

    private Node notice() {
        Label notice = new Label();
        notice.setId("pairs-notice");
        notice.getStyleClass().add("notice");
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private void show(PairsViewModel.State state) {
        content.getChildren()
                .setAll(
                        switch (state) {
                            case PairsViewModel.State.Showing _ -> split;
                            case PairsViewModel.State.Loading _ -> new Skeleton();
                            case PairsViewModel.State.NoPairs _ -> noPairs();
                            case PairsViewModel.State.NoMatch none -> noMatch(none);
                            case PairsViewModel.State.Failed(String reason) ->
                                    Placeholder.failed(
                                            "The pairs could not be read",
                                            reason,
                                            door("Try again", "fth-refresh-cw", model::refresh));
                        });
    }

    private Placeholder noPairs() {
        return Placeholder.empty(
                "fth-layers",
                "No pairs yet",
                "A set of pairs is what critics and scorers learn from: good pictures, each with copies and drawings made "
                        + "worse on purpose. Build one under Generate, or in a terminal with “./eliq pairs build first --count 20”.",
                List.of(
                        door("Build a set", "fth-plus", build),
                        door("Look again", "fth-refresh-cw", model::refresh)));
    }

    private Placeholder noMatch(PairsViewModel.State.NoMatch none) {
        List<Placeholder.Door> doors = new ArrayList<>();
        String text = "No tuple of this set passes the filter.";
        boolean critic = none.filter().show() == PairFilter.Show.WRONG && none.unjudged() > 0;
        boolean audit = none.filter().show() == PairFilter.Show.AUDIT && !none.audited();
        if (critic) {
            text =
                    "The critic has not judged all of this set: "
                            + none.unjudged()
                            + " tuples are left.";
            doors.add(door("Judge all", "fth-target", model::judgeAll));
        } else if (audit) {
            text = "This set was not audited yet.";
            doors.add(door("Audit", "fth-search", model::audit));
        }
        doors.add(
                door(
                        "Clear the filter",
                        "fth-x",
                        () ->
                                model.filterProperty()
                                        .set(PairFilter.ALL.with(none.filter().order()))));
        return Placeholder.empty(
                "fth-filter", "Nothing for “" + none.filter().words() + "”", text, doors);
    }

    private static Placeholder.Door door(String label, String icon, Runnable action) {
        return new Placeholder.Door(label, icon, action);
    }

    /** The shape of what is coming. */
    private static final class Skeleton extends BorderPane {
        Skeleton() {
            getStyleClass().add("pairs-skeleton");
            setAccessibleText("Loading pairs");
            VBox left = new VBox(8);
            for (int i = 0; i < 8; i++) {
                Region row = new Region();
                row.getStyleClass().add("bone");
                row.setMinSize(190, TupleCell.HEIGHT - 12);
                left.getChildren().add(row);
            }
            Region middle = new Region();
            middle.getStyleClass().add("bone");
            setLeft(left);
            setCenter(middle);
            BorderPane.setMargin(middle, new javafx.geometry.Insets(0, 0, 0, 16));
        }
    }
}
