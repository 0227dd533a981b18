package eliq.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Takes values out of their optionals. */
final class Values {
    private Values() {}

    static List<Optional<Object>> of(List<?> values, List<Column> columns) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    values.size() + " values for " + columns.size() + " columns");
        }
        List<Optional<Object>> plain = new ArrayList<>(values.size());
        for (Object value : values) {
            plain.add(of(value));
        }
        return plain;
    }

    private static Optional<Object> of(Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Optional<?> o -> o.isPresent() ? of(o.get()) : Optional.empty();
            case OptionalDouble d -> d.isPresent() ? of(d.getAsDouble()) : Optional.empty();
            case OptionalLong l -> l.isPresent() ? of(l.getAsLong()) : Optional.empty();
            case Double d -> Double.isFinite(d) ? Optional.of(d) : Optional.empty();
            case Float f -> Float.isFinite(f) ? Optional.of(f) : Optional.empty();
            default -> Optional.of(value);
        };
    }
}
