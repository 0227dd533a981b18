package eliq.app.library;

import eliq.app.picture.PictureLoader;
import eliq.catalog.ImageRow;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One place of the grid: skeleton, then thumbnail and name. */
final class ImageTile extends VBox {

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
    private PictureLoader.Request request = new PictureLoader.Request();
    private OptionalInt place = OptionalInt.empty();
    private boolean chosen;
    private Optional<ImageRow> shown = Optional.empty();
    private TileMeasure measure = TileMeasure.VISUAL;

    ImageTile(LibraryViewModel model, PictureLoader<ImageRow> thumbnails) {
        super(4);
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
        getChildren().setAll(picture, foot);
        setAlignment(Pos.TOP_CENTER);
        getStyleClass().add("tile");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        // Placed by the grid: what changes within is laid out within.
        setManaged(false);
        setOnMousePressed(this::choose);
    }

    private void choose(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && place.isPresent()) {
            if (event.isShiftDown()) {
                model.selection().extendTo(place.getAsInt());
            } else if (event.isShortcutDown()) {
                model.selection().toggle(place.getAsInt());
            } else {
                model.selection().select(place.getAsInt());
            }
        }
    }

    /** Which place this is; empty where it is out of sight. */
    OptionalInt place() {
        return place;
    }

    /** Shows another place of the grid. */
    void show(int now) {
        if (place.isEmpty() || place.getAsInt() != now) {
            place = OptionalInt.of(now);
            shown = Optional.empty();
            setVisible(true);
            refresh();
            notifyAccessibleAttributeChanged(AccessibleAttribute.INDEX);
        }
    }

    /** Shows nothing: there are fewer images than places in sight. */
    void leave() {
        place = OptionalInt.empty();
        shown = Optional.empty();
        request.cancel();
        setVisible(false);
    }

    /** Shows what is known of its place by now. */
    void refresh() {
        if (place.isEmpty()) {
            return;
        }
        mark(model.selection().isChosen(place.getAsInt()));
        Optional<ImageRow> row = model.row(place.getAsInt());
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
        meaning.setText(row.map(each -> wanted.meaning(each.score(), model.unscored())).orElse(""));
        setAccessibleText(name.getText());
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

    private void mark(boolean now) {
        if (now != chosen) {
            chosen = now;
            pseudoClassStateChanged(CHOSEN, now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
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

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> place.orElse(-1);
            case SELECTED -> place.isPresent() && chosen;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
