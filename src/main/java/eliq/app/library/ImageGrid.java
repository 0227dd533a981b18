package eliq.app.library;

import eliq.app.picture.PictureLoader;
import eliq.catalog.ImageRow;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The images as tiles, of which only those in sight are built; the selection is moved by keys and stays in sight. The value of its
 * scroll bar is how far it is scrolled, in points.
 */
final class ImageGrid extends Region {
    private static final double ROW = ImageTile.HEIGHT + 2 * TileSpread.GAP;

    /** What a hand can take hold of, however many images there are. */
    private static final double LEAST_THUMB = 32;

    private final LibraryViewModel model;
    private final ScrollBar bar = new ScrollBar();
    private final TileRows rows;
    private LibraryQuestion answered;
    // Of the row that was scrolled to: what stays in sight when rows become longer or shorter.
    private int firstPlace;
    private boolean arranging;

    ImageGrid(LibraryViewModel model, PictureLoader<ImageRow> thumbnails) {
        this.model = model;
        this.rows = new TileRows(() -> new ImageTile(model, thumbnails));
        this.answered = model.question();
        setId("library-grid");
        getStyleClass().add("image-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Images of the catalogue");
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(ROW);
        bar.setManaged(false);
        getChildren().setAll(rows, bar);
        bar.valueProperty().subscribe((_, _) -> scrolled());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
        model.places().subscribe(this::fill);
        model.pagesLoadedProperty().subscribe((_, _) -> rows.each(ImageTile::refresh));
        model.selection().choicesProperty().subscribe((_, _) -> mark());
        model.selection().selectedProperty().subscribe(now -> now.ifPresent(this::reveal));
    }

    // What is where

    private int columns() {
        return TileSpread.over(getWidth()).columns();
    }

    private int rowsOfAll() {
        return Math.ceilDiv(model.places().size(), columns());
    }

    private double heightOfAll() {
        return rowsOfAll() * ROW + 2 * TileSpread.PADDING;
    }

    private int firstRow() {
        return (int) (Math.max(0, bar.getValue() - TileSpread.PADDING) / ROW);
    }

    /** How far the grid is scrolled where a row is the first in sight, and whole. */
    private static double beginning(int row) {
        return row == 0 ? 0 : row * ROW + TileSpread.PADDING;
    }

    /** Other images, or more of them: another question is answered from its first image on. */
    private void fill() {
        LibraryQuestion now = model.question();
        boolean same = now.placesAsFor(answered);
        answered = now;
        if (!same) {
            firstPlace = 0;
        }
        arrange(same ? bar.getValue() : 0);
        notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
    }

    @Override
    protected void layoutChildren() {
        boolean opened = rows.count() == 0;
        boolean otherWidth = rows.columns() != columns();
        double barWidth = snapSizeX(bar.prefWidth(-1));
        rows.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        rows.become((int) Math.ceil(getHeight() / ROW) + 1, columns());
        arrange(otherWidth ? beginning(firstPlace / columns()) : bar.getValue());
        if (opened) {
            model.selection().selectedProperty().get().ifPresent(this::reveal);
        }
    }

    /** @param wanted how far it is to be scrolled, where there is so much */
    private void arrange(double wanted) {
        arranging = true;
        double most = Math.max(0, heightOfAll() - getHeight());
        bar.setMax(most);
        bar.setBlockIncrement(Math.max(ROW, getHeight() - ROW));
        double share =
                Math.max(
                        getHeight() / heightOfAll(),
                        LEAST_THUMB / Math.max(LEAST_THUMB, getHeight()));
        bar.setVisibleAmount(most * share);
        bar.setVisible(most > 0);
        bar.setValue(Math.clamp(wanted, 0, most));
        arranging = false;
        place();
    }

    private void scrolled() {
        if (!arranging) {
            firstPlace = firstRow() * rows.columns();
            place();
        }
    }

    /** Shows which are chosen now. */
    private void mark() {
        rows.each(ImageTile::refresh);
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
    }

    /** Puts the tiles where they are seen now; those that came into sight are filled. */
    private void place() {
        TileSpread spread = TileSpread.over(getWidth());
        int first = firstRow();
        for (int row = first; row < first + rows.count(); row++) {
            double y =
                    snapPositionY(TileSpread.PADDING + TileSpread.GAP + row * ROW - bar.getValue());
            int column = 0;
            for (ImageTile tile : rows.of(row)) {
                int place = row * rows.columns() + column;
                if (place < model.places().size()) {
                    double x =
                            snapPositionX(
                                    TileSpread.PADDING
                                            + spread.gap()
                                            + column * (ImageTile.WIDTH + 2 * spread.gap()));
                    tile.resizeRelocate(x, y, ImageTile.WIDTH, ImageTile.HEIGHT);
                    tile.show(place);
                } else {
                    tile.leave();
                }
                column++;
            }
        }
    }

    // Moving

    private void scroll(ScrollEvent event) {
        bar.setValue(Math.clamp(bar.getValue() - turned(event), 0, bar.getMax()));
        event.consume();
    }

    /** How far the wheel was turned, in points; systems that count lines mean a few rows of text by one. */
    private double turned(ScrollEvent event) {
        return switch (event.getTextDeltaYUnits()) {
            case NONE -> event.getDeltaY();
            case LINES -> event.getTextDeltaY() * Math.min(ROW, getHeight() / 8);
            case PAGES -> event.getTextDeltaY() * getHeight();
        };
    }

    /** Scrolls so far that the whole tile at this place is in sight. */
    private void reveal(int place) {
        double top = place / columns() * ROW;
        double bottom = top + ROW + 2 * TileSpread.PADDING;
        if (getHeight() > 0) {
            bar.setValue(
                    Math.clamp(
                            Math.clamp(bar.getValue(), Math.min(top, bottom - getHeight()), top),
                            0,
                            bar.getMax()));
        }
    }

    private void moveByKey(KeyEvent event) {
        Selection selection = model.selection();
        boolean extend = event.isShiftDown();
        int columns = columns();
        int screen = Math.max(1, (int) (getHeight() / ROW)) * columns;
        switch (event.getCode()) {
            case LEFT -> selection.move(-1, extend);
            case RIGHT -> selection.move(1, extend);
            case UP -> selection.move(-columns, extend);
            case DOWN -> selection.move(columns, extend);
            case PAGE_UP -> selection.move(-screen, extend);
            case PAGE_DOWN -> selection.move(screen, extend);
            case HOME -> selection.moveTo(0, extend);
            case END -> selection.moveTo(model.places().size() - 1, extend);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> model.places().size();
            case MULTIPLE_SELECTION -> true;
            case VERTICAL_SCROLLBAR -> bar;
            case ITEM_AT_INDEX ->
                    parameters.length == 1 && parameters[0] instanceof Integer index
                            ? tileAt(index)
                            : null;
            case FOCUS_ITEM ->
                    model.selection().selectedProperty().get().map(this::tileAt).orElse(null);
            case SELECTED_ITEMS ->
                    FXCollections.observableList(
                            rows.tiles()
                                    .filter(tile -> tile.place().isPresent())
                                    .filter(
                                            tile ->
                                                    model.selection()
                                                            .isChosen(tile.place().getAsInt()))
                                    .toList());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private ImageTile tileAt(int place) {
        return rows.tiles()
                .filter(tile -> tile.place().isPresent() && tile.place().getAsInt() == place)
                .findFirst()
                .orElse(null);
    }

    // Any size will do: what does not fit is scrolled to.

    @Override
    protected double computeMinWidth(double height) {
        return ImageTile.WIDTH + 2 * TileSpread.PADDING;
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return ROW;
    }
}
