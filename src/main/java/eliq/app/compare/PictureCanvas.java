package eliq.app.compare;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * Draws a picture as the viewport says, to the device's pixel, and another one over a part of it. Dragging pans, the
 * wheel zooms at the pointer.
 */
final class PictureCanvas extends Region {
    private static final double WHEEL = 1.0015;
    private static final double GRIP = 14;

    /** From this scale on, pixels are shown as squares. */
    static final double SQUARES = 2;

    private final ObjectProperty<Viewport> viewport;
    private final DoubleConsumer divide;
    private final Canvas canvas = new Canvas();
    private Optional<Image> under = Optional.empty();
    private Optional<Image> over = Optional.empty();
    private double divider = 0;
    private Point2D last = Point2D.ZERO;
    private boolean dividing;

    /**
     * @param viewport that all canvases share
     * @param divide takes the share of the width at which the pictures are to be divided, where somebody moves that line
     */
    PictureCanvas(ObjectProperty<Viewport> viewport, DoubleConsumer divide) {
        this.viewport = viewport;
        this.divide = divide;
        getStyleClass().add("compare-canvas");
        setMinSize(60, 60);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().add(canvas);
        setOnScroll(this::zoom);
        setOnMousePressed(this::grip);
        setOnMouseDragged(this::drag);
        setOnMouseMoved(event -> setCursor(onDivider(event) ? Cursor.H_RESIZE : Cursor.DEFAULT));
    }

    /** Shows one picture. */
    void show(Optional<Image> picture) {
        show(picture, Optional.empty(), 0);
    }

    /**
     * @param left shown left of the line
     * @param right shown right of it
     * @param at share of the width, 0..1
     */
    void show(Optional<Image> left, Optional<Image> right, double at) {
        under = left;
        over = right;
        divider = at;
        draw();
    }

    /** Divides the two pictures elsewhere. */
    void divide(double at) {
        divider = at;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    /** What the shown picture's pixels are enlarged by; absent while none is there. */
    Optional<Double> scale() {
        return under.map(
                image ->
                        viewport.get()
                                .scale(
                                        image.getWidth(),
                                        image.getHeight(),
                                        getWidth() * dots(),
                                        getHeight() * dots()));
    }

    void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        under.ifPresent(image -> draw(g, image));
        over.ifPresent(
                image -> {
                    double x = Math.round(divider * getWidth());
                    g.save();
                    g.beginPath();
                    g.rect(x, 0, getWidth() - x, getHeight());
                    g.clip();
                    g.clearRect(x, 0, getWidth() - x, getHeight());
                    draw(g, image);
                    g.restore();
                    g.setFill(Color.WHITE);
                    g.fillRect(x - 1.5, 0, 3, getHeight());
                    g.setFill(Color.BLACK);
                    g.fillRect(x - 0.5, 0, 1, getHeight());
                });
    }

    private void draw(GraphicsContext g, Image image) {
        double dots = dots();
        Viewport.Placement at =
                viewport.get()
                        .place(
                                image.getWidth(),
                                image.getHeight(),
                                getWidth() * dots,
                                getHeight() * dots);
        Image source = image instanceof Halved halved ? halved.at(at.scale()) : image;
        g.setImageSmoothing(at.scale() < SQUARES);
        g.drawImage(
                source,
                at.x() / dots,
                at.y() / dots,
                image.getWidth() * at.scale() / dots,
                image.getHeight() * at.scale() / dots);
    }

    /** Pixels of the device for a unit of the scene. */
    private double dots() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    private boolean onDivider(MouseEvent event) {
        return over.isPresent() && Math.abs(event.getX() - divider * getWidth()) < GRIP;
    }

    private void grip(MouseEvent event) {
        last = new Point2D(event.getX(), event.getY());
        dividing = onDivider(event);
    }

    private void drag(MouseEvent event) {
        if (dividing) {
            divide.accept(Math.clamp(event.getX() / getWidth(), 0, 1));
        } else {
            under.ifPresent(
                    image ->
                            viewport.set(
                                    viewport.get()
                                            .panned(
                                                    (event.getX() - last.getX()) * dots(),
                                                    (event.getY() - last.getY()) * dots(),
                                                    image.getWidth(),
                                                    image.getHeight(),
                                                    getWidth() * dots(),
                                                    getHeight() * dots())));
        }
        last = new Point2D(event.getX(), event.getY());
        event.consume();
    }

    private void zoom(ScrollEvent event) {
        under.ifPresent(
                image ->
                        viewport.set(
                                viewport.get()
                                        .zoomedAt(
                                                Math.pow(WHEEL, event.getDeltaY()),
                                                event.getX() * dots(),
                                                event.getY() * dots(),
                                                image.getWidth(),
                                                image.getHeight(),
                                                getWidth() * dots(),
                                                getHeight() * dots())));
        event.consume();
    }
}
