package eliq.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets beside this class. */
public final class FigureStyle {

    /** How many colours there are; further series begin again. */
    static final int SERIES = 8;

    private FigureStyle() {}

    /** The style of figures, light and dark. */
    public static String css() {
        return resource("figure.css");
    }

    static String resource(String name) {
        try (InputStream in = FigureStyle.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
