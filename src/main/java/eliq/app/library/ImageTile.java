package eliq.app.library;

import eliq.app.picture.PictureLoader;
import eliq.catalog.ImageRow;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;

/** One place of the grid: skeleton, then thumbnail and name. */
final class ImageTile extends GridCell<Integer> {

    static final double PICTURE = LibraryView.TILE;

    /** With padding and edge. */
    static final double WIDTH = PICTURE + 16;

    /** With padding, edge and one line of text. */
    static final double HEIGHT = PICTURE + 38;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final LibraryViewModel model;
    private final PictureLoader<ImageRow> thumbnails;
    private final ImageView view = new ImageView();
    private final Region skeleton = new Region();
    // Built for the few tiles that need it: a label takes as long as the rest of a picture's place.
    private Optional<Label> unreadable = Optional.empty();
    private final StackPane picture;
    private final Label name = new Label();
    private final Label score = new Label();
    private final Tooltip meaning = new Tooltip();
    private final VBox tile;
    private final ChangeListener<Object> onChange = (_, _, _) -> show();
    private PictureLoader.Request request = new PictureLoader.Request();
    private Optional<ImageRow> shown = Optional.empty();
    private TileMeasure measure = TileMeasure.VISUAL;

    ImageTile(LibraryViewModel model, PictureLoader<ImageRow> thumbnails) {
        this.model = model;
        this.thumbnails = thumbnails;
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        view.setPreserveRatio(true);
        skeleton.getStyleClass().add("skeleton");
        skeleton.setMinSize(PICTURE, PICTURE);
        skeleton.setMaxSize(PICTURE, PICTURE);
        picture = new StackPane(skeleton, view);
        picture.setMinSize(PICTURE, PICTURE);
        picture.setMaxSize(PICTURE, PICTURE);
        name.getStyleClass().add("tile-name");
        name.setMaxWidth(PICTURE);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        score.getStyleClass().add("tile-score");
        score.setMinWidth(Region.USE_PREF_SIZE);
        score.setTooltip(meaning);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox foot = new HBox(6, name, score);
        foot.setMaxWidth(PICTURE);
        tile = new VBox(4, picture, foot);
        tile.setAlignment(Pos.TOP_CENTER);
        tile.getStyleClass().add("tile");
        setGraphic(tile);
        // One listener for the life of the cell, not one for each picture it ever showed.
        model.pagesLoadedProperty().addListener(onChange);
        model.selection().choicesProperty().addListener(onChange);
        setOnMousePressed(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                        if (event.isShiftDown()) {
                            model.selection().extendTo(getItem());
                        } else if (event.isShortcutDown()) {
                            model.selection().toggle(getItem());
                        } else {
                            model.selection().select(getItem());
                        }
                    }
                });
    }

    @Override
    protected void updateItem(Integer place, boolean empty) {
        super.updateItem(place, empty);
        shown = Optional.empty();
        show();
    }

    private void show() {
        Integer place = getItem();
        boolean blank = isEmpty() || place == null;
        // Hidden, not taken away: a tile that is put back is styled anew.
        tile.setVisible(!blank);
        if (blank) {
            request.cancel();
            return;
        }
        tile.pseudoClassStateChanged(CHOSEN, model.selection().isChosen(place));
        Optional<ImageRow> row = model.row(place);
        TileMeasure wanted = TileMeasure.of(model.sortProperty().get());
        if (row.isPresent() && row.equals(shown) && wanted == measure) {
            return;
        }
        shown = row;
        measure = wanted;
        request.cancel();
        readable(true);
        name.setText(row.map(each -> each.image().name()).orElse(""));
        score.setText(row.map(each -> wanted.text(each.score())).orElse(""));
        meaning.setText(row.map(each -> wanted.meaning(each.score())).orElse(""));
        tile.setAccessibleText(name.getText());
        Optional<Image> cached = row.flatMap(thumbnails::cached);
        picture(cached);
        if (row.isPresent() && cached.isEmpty()) {
            request =
                    thumbnails.load(
                            row.get(),
                            loaded -> {
                                picture(loaded);
                                readable(loaded.isPresent());
                            });
        }
    }

    private void readable(boolean now) {
        if (!now && unreadable.isEmpty()) {
            Label label = new Label("Cannot be shown");
            label.getStyleClass().add("absent");
            picture.getChildren().add(label);
            unreadable = Optional.of(label);
        }
        unreadable.ifPresent(label -> label.setVisible(!now));
    }

    private void picture(Optional<Image> image) {
        view.setImage(image.orElse(null));
        // Seen through, not hidden: what is shown again is styled anew.
        skeleton.setOpacity(image.isEmpty() ? 1 : 0);
    }
}
