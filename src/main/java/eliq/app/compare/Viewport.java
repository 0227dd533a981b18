package eliq.app.compare;

/**
 * Which part of a picture is seen, and how large: the same for all panes. Lengths of panes are in pixels of the device.
 *
 * @param zoom how large
 * @param centreX share of the picture's width that lies left of the pane's middle, 0..1
 * @param centreY share of its height above the middle, 0..1
 */
public record Viewport(Zoom zoom, double centreX, double centreY) {

    /** The whole picture, in the middle. */
    public static final Viewport WHOLE = new Viewport(new Zoom.Fit(), 0.5, 0.5);

    static final double SMALLEST = 1 / 64.0;
    static final double LARGEST = 64;

    public Viewport {
        centreX = Math.clamp(centreX, 0, 1);
        centreY = Math.clamp(centreY, 0, 1);
    }

    /** How large a picture is shown. */
    public sealed interface Zoom {
        /** All of it is seen. */
        record Fit() implements Zoom {}

        /** All of the pane is covered. */
        record Fill() implements Zoom {}

        /** @param factor pixels of the device for a pixel of the picture */
        record Scale(double factor) implements Zoom {
            public Scale {
                factor = Math.clamp(factor, SMALLEST, LARGEST);
            }
        }
    }

    /**
     * Where a picture lies in a pane.
     *
     * @param x of its left edge, a whole number of device pixels
     * @param y of its upper edge, likewise
     * @param scale device pixels for a pixel of the picture
     */
    public record Placement(double x, double y, double scale) {}

    public Viewport with(Zoom other) {
        return new Viewport(other, centreX, centreY);
    }

    /** Device pixels for a pixel of a picture of this size in a pane of that size; 1 where either is empty. */
    public double scale(double width, double height, double paneWidth, double paneHeight) {
        if (width <= 0 || height <= 0 || paneWidth <= 0 || paneHeight <= 0) {
            return 1;
        }
        return switch (zoom) {
            case Zoom.Fit _ -> Math.min(paneWidth / width, paneHeight / height);
            case Zoom.Fill _ -> Math.max(paneWidth / width, paneHeight / height);
            case Zoom.Scale(double factor) -> factor;
        };
    }

    /** Where a picture of this size lies: in the middle where it is smaller than the pane, else covering it. */
    public Placement place(double width, double height, double paneWidth, double paneHeight) {
        double scale = scale(width, height, paneWidth, paneHeight);
        return new Placement(
                start(width * scale, paneWidth, centreX),
                start(height * scale, paneHeight, centreY),
                scale);
    }

    // Whole device pixels: at 100 % every pixel of the picture is exactly one of the device.
    private static double start(double length, double pane, double centre) {
        return length <= pane
                ? Math.floor((pane - length) / 2)
                : Math.clamp(Math.round(pane / 2 - centre * length), Math.floor(pane - length), 0);
    }

    /** Moved with the pointer by so many device pixels. */
    public Viewport panned(
            double dx,
            double dy,
            double width,
            double height,
            double paneWidth,
            double paneHeight) {
        double scale = scale(width, height, paneWidth, paneHeight);
        return new Viewport(
                zoom,
                moved(centreX, dx, width * scale, paneWidth),
                moved(centreY, dy, height * scale, paneHeight));
    }

    private static double moved(double centre, double by, double length, double pane) {
        if (length <= pane) {
            return centre;
        }
        double half = pane / 2 / length;
        return Math.clamp(Math.clamp(centre, half, 1 - half) - by / length, half, 1 - half);
    }

    /** Zoomed by a factor, with what lies under a point of the pane staying there. */
    public Viewport zoomedAt(
            double factor,
            double x,
            double y,
            double width,
            double height,
            double paneWidth,
            double paneHeight) {
        Placement before = place(width, height, paneWidth, paneHeight);
        double scale = Math.clamp(before.scale() * factor, SMALLEST, LARGEST);
        double imageX = (x - before.x()) / before.scale();
        double imageY = (y - before.y()) / before.scale();
        return new Viewport(
                new Zoom.Scale(scale),
                (imageX + (paneWidth / 2 - x) / scale) / width,
                (imageY + (paneHeight / 2 - y) / scale) / height);
    }
}
