package eliq.app.benchmark;

import java.util.function.Function;
import javafx.util.StringConverter;

/** How values are shown in choices that nothing is typed into. */
final class Converters {
    private Converters() {}

    static <T> StringConverter<T> shown(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String string) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }
}
