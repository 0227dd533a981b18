package eliq.metric.nss;

/**
 * One channel of a picture.
 *
 * @param values [height, width], row-major; shared, not copied
 */
record Plane(int width, int height, double[] values) {

    Plane {
        if (values.length != width * height) {
            throw new IllegalArgumentException(
                    values.length + " values for " + width + " x " + height);
        }
    }

    Plane(int width, int height) {
        this(width, height, new double[Math.multiplyExact(width, height)]);
    }

    /** The upper left part, as a copy; this itself where it is all of it. */
    Plane crop(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        Plane part = new Plane(newWidth, newHeight);
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(values, y * width, part.values, y * newWidth, newWidth);
        }
        return part;
    }
}
