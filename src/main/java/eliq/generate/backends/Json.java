package eliq.generate.backends;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object of the file, read field by field: what is wrong is said with its place, and no field is passed over. */
final class Json {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h)");

    private final JsonNode object;
    private final String where;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param where such as {@code backends.json, backend "studio"} */
    Json(JsonNode object, String where) throws GenerateException {
        if (!object.isObject()) {
            throw new GenerateException(Reason.REFUSED, where + ": an object is expected.");
        }
        this.object = object;
        this.where = where;
    }

    String where() {
        return where;
    }

    JsonNode node(String field) {
        asked.add(field);
        return object.path(field);
    }

    Optional<String> text(String field) throws GenerateException {
        JsonNode value = node(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw wrong(field, "a text is expected");
        }
        return Optional.of(value.asText().strip());
    }

    String required(String field) throws GenerateException {
        Optional<String> value = text(field);
        if (value.isEmpty()) {
            throw wrong(field, "is missing");
        }
        return value.get();
    }

    int whole(String field, int otherwise) throws GenerateException {
        JsonNode value = node(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt() || value.asInt() < 0) {
            throw wrong(field, "a whole number of 0 or more is expected");
        }
        return value.asInt();
    }

    double number(String field, double otherwise) throws GenerateException {
        JsonNode value = node(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw wrong(field, "a number is expected");
        }
        return value.asDouble();
    }

    boolean flag(String field) throws GenerateException {
        JsonNode value = node(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(field, "true or false is expected");
        }
        return value.asBoolean();
    }

    List<String> texts(String field, List<String> otherwise) throws GenerateException {
        JsonNode value = node(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        List<String> all = new ArrayList<>();
        for (JsonNode each : value) {
            all.add(each.asText());
        }
        if (!value.isArray() || all.contains("")) {
            throw wrong(field, "a list of texts is expected");
        }
        return all;
    }

    Duration time(String field, Duration otherwise) throws GenerateException {
        Optional<String> value = text(field);
        if (value.isEmpty()) {
            return otherwise;
        }
        return time(value.get())
                .orElseThrow(
                        () -> wrong(field, "a time is expected, such as 500ms, 30s, 15m or 2h"));
    }

    static Optional<Duration> time(String written) {
        Matcher matcher = TIME.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofMinutes(count);
                });
    }

    /** As {@link #time(String)} reads it. */
    static String write(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        long seconds = time.toSeconds();
        return seconds % 3600 == 0
                ? seconds / 3600 + "h"
                : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** To be called when all fields are read. */
    void noOthers() throws GenerateException {
        List<String> others = new ArrayList<>();
        object.fieldNames().forEachRemaining(others::add);
        others.removeAll(asked);
        if (!others.isEmpty()) {
            throw new GenerateException(
                    Reason.REFUSED,
                    "%s: there is no field '%s'; known: %s."
                            .formatted(where, others.getFirst(), String.join(", ", asked)));
        }
    }

    GenerateException wrong(String field, String what) {
        return new GenerateException(
                Reason.REFUSED, where + ", field '" + field + "': " + what + ".");
    }
}
