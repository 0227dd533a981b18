package eliq.app.pairs;

import eliq.app.picture.PictureLoader;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A tuple in the list: its positive, its prompt, how it stands. */
final class TupleCell extends ListCell<Tuple> {
    static final double HEIGHT = 64;
    private static final double PICTURE = 48;

    private final PairsViewModel model;
    private final PictureLoader<ContentHash> thumbnails;
    private final ImageView picture = new ImageView();
    private final Label prompt = new Label();
    private final Label standing = new Label();
    private final FontIcon verdict = new FontIcon();
    private final Tooltip whole = new Tooltip();
    private final HBox box;
    private PictureLoader.Request request = new PictureLoader.Request();
    private Optional<ContentHash> shown = Optional.empty();

    TupleCell(PairsViewModel model, PictureLoader<ContentHash> thumbnails) {
        this.model = model;
        this.thumbnails = thumbnails;
        getStyleClass().add("tuple-cell");
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        picture.setPreserveRatio(true);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("skeleton");
        frame.setMinSize(PICTURE, PICTURE);
        frame.setMaxSize(PICTURE, PICTURE);
        prompt.setMaxWidth(Double.MAX_VALUE);
        prompt.setWrapText(true);
        prompt.setMaxHeight(34);
        prompt.getStyleClass().add("cell-prompt");
        standing.getStyleClass().add("standing");
        VBox words = new VBox(2, prompt, standing);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane mark = new StackPane(verdict);
        mark.setMinWidth(16);
        mark.managedProperty().bind(verdict.visibleProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        box = new HBox(8, frame, words, mark);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setPrefHeight(HEIGHT);
        model.critic().answersProperty().subscribe(_ -> describe());
        model.critic().silenceProperty().subscribe(_ -> describe());
    }

    @Override
    protected void updateItem(Tuple tuple, boolean empty) {
        super.updateItem(tuple, empty);
        if (empty || tuple == null) {
            request.cancel();
            shown = Optional.empty();
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(box);
        setTooltip(whole);
        describe();
        if (shown.filter(tuple.positive()::equals).isEmpty()) {
            shown = Optional.of(tuple.positive());
            request.cancel();
            Optional<Image> known = thumbnails.cached(tuple.positive());
            picture.setImage(known.orElse(null));
            if (known.isEmpty()) {
                request =
                        thumbnails.load(
                                tuple.positive(), loaded -> loaded.ifPresent(picture::setImage));
            }
        }
    }

    private void describe() {
        Tuple tuple = getItem();
        if (tuple == null || isEmpty()) {
            return;
        }
        prompt.setText(tuple.prompt().text());
        Standing now = model.standing(tuple);
        standing.setText(now.words());
        standing.getStyleClass()
                .setAll("label", "standing", now.suspicious() ? "failure" : "absent");
        String reason = now.margin().isPresent() ? "" : ": " + model.critic().absence();
        whole.setText(tuple.prompt().text() + "\n" + now.words() + reason);
        verdict.setVisible(tuple.reviewed() || ReviewedSet.rejected(tuple));
        boolean out = tuple.verdict() == Verdict.REJECTED;
        String icon = out ? "fth-x" : ReviewedSet.rejected(tuple) ? "fth-minus" : "fth-check";
        verdict.setIconLiteral(icon);
        verdict.getStyleClass()
                .setAll("ikonli-font-icon", icon.equals("fth-check") ? "accepted" : "rejected");
        setAccessibleText(
                "Tuple "
                        + tuple.id()
                        + ", "
                        + (tuple.reviewed() ? "reviewed" : "not reviewed")
                        + ": "
                        + tuple.prompt().text());
    }
}
