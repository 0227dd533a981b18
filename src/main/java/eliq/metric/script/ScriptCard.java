package eliq.metric.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.file.JsonFault;
import eliq.metric.MetricException;
import eliq.metric.MetricFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a TorchScript metric wants and means. Documented for users in docs/metrics.md.
 *
 * @param facts name, direction, whether it takes a text, source
 * @param size what pictures are brought to
 * @param lowest value that a channel's 0 becomes
 * @param highest value that a channel's 255 becomes
 * @param mean taken away from each channel, in the range before
 * @param deviation that each channel is divided by
 * @param smallest least width and height, in pixels
 * @param largest greatest width and height; absent: none
 * @param context tokens of a text; absent where the metric takes none
 */
record ScriptCard(
        MetricFacts facts,
        Size size,
        double lowest,
        double highest,
        double[] mean,
        double[] deviation,
        int smallest,
        OptionalInt largest,
        OptionalInt context) {

    private static final Set<String> KEYS =
            Set.of("name", "title", "source", "lower_is_better", "input", "text");
    private static final Set<String> INPUT_KEYS =
            Set.of("size", "fit", "range", "mean", "std", "smallest", "largest");

    /** The size of a picture. */
    sealed interface Size {
        /** As it is. */
        record Any() implements Size {}

        /** Stretched to width and height. */
        record Stretched(int width, int height) implements Size {}

        /** The shorter side to this many pixels, and the middle square of it. */
        record Cut(int side) implements Size {}
    }

    /**
     * Reads a card.
     *
     * @throws MetricException naming the key that is missing, unknown or wrong
     */
    static ScriptCard read(Path file) throws MetricException {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MetricException(file + ": cannot be read as JSON: " + JsonFault.of(e), e);
        }
        if (root == null || !root.isObject()) {
            throw new MetricException(file + ": is no card; a JSON object is expected");
        }
        known(file, root, "", KEYS);
        JsonNode input = root.path("input");
        known(file, input, "input.", INPUT_KEYS);
        String name = text(file, root, "name");
        OptionalInt context = context(file, root.path("text"));
        MetricFacts facts;
        try {
            facts =
                    new MetricFacts(
                            name,
                            root.path("title").asText(name),
                            flag(file, root, "lower_is_better"),
                            context.isPresent(),
                            text(file, root, "source"));
        } catch (IllegalArgumentException e) {
            throw new MetricException(file + ", name: " + e.getMessage(), e);
        }
        double[] range = numbers(file, input, "range", new double[] {0, 1}, 2);
        if (!(range[0] < range[1])) {
            throw new MetricException(file + ", input.range: the first is not below the second");
        }
        double[] deviation = numbers(file, input, "std", new double[] {1, 1, 1}, 3);
        for (double each : deviation) {
            if (!(each > 0)) {
                throw new MetricException(file + ", input.std: " + each + " is not above 0");
            }
        }
        return new ScriptCard(
                facts,
                size(file, input),
                range[0],
                range[1],
                numbers(file, input, "mean", new double[3], 3),
                deviation,
                pixels(file, input, "smallest").orElse(1),
                pixels(file, input, "largest"),
                context);
    }

    private static void known(Path file, JsonNode node, String place, Set<String> keys)
            throws MetricException {
        for (var field : node.properties()) {
            if (!keys.contains(field.getKey())) {
                throw new MetricException(
                        file
                                + ", "
                                + place
                                + field.getKey()
                                + ": is no key of a card; there are "
                                + String.join(", ", keys.stream().sorted().toList()));
            }
        }
    }

    private static String text(Path file, JsonNode node, String key) throws MetricException {
        if (!node.path(key).isTextual() || node.path(key).asText().isBlank()) {
            throw new MetricException(file + ", " + key + ": a text is expected");
        }
        return node.path(key).asText();
    }

    private static boolean flag(Path file, JsonNode node, String key) throws MetricException {
        if (!node.path(key).isBoolean()) {
            throw new MetricException(file + ", " + key + ": true or false is expected");
        }
        return node.path(key).asBoolean();
    }

    private static Size size(Path file, JsonNode input) throws MetricException {
        JsonNode size = input.path("size");
        String fit = input.path("fit").asText("stretch");
        if (size.isMissingNode() || size.asText().equals("any")) {
            return new Size.Any();
        }
        if (!fit.matches("stretch|cut")) {
            throw new MetricException(
                    file + ", input.fit: is '" + fit + "'; stretch or cut is expected");
        }
        if (size.isInt() && inRange(size.asInt())) {
            return fit.equals("cut")
                    ? new Size.Cut(size.asInt())
                    : new Size.Stretched(size.asInt(), size.asInt());
        }
        boolean pair =
                size.isArray()
                        && size.size() == 2
                        && inRange(size.get(0).asInt())
                        && inRange(size.get(1).asInt());
        if (pair && fit.equals("stretch")) {
            return new Size.Stretched(size.get(1).asInt(), size.get(0).asInt());
        }
        throw new MetricException(
                file
                        + ", input.size: is "
                        + size
                        + "; \"any\", a side in pixels, or [height, width] (with fit stretch) is"
                        + " expected");
    }

    private static boolean inRange(int pixels) {
        return pixels >= 1 && pixels <= 1 << 14;
    }

    private static OptionalInt pixels(Path file, JsonNode input, String key)
            throws MetricException {
        JsonNode value = input.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.asInt() < 1) {
            throw new MetricException(
                    file + ", input." + key + ": is " + value + "; pixels are expected");
        }
        return OptionalInt.of(value.asInt());
    }

    private static double[] numbers(
            Path file, JsonNode input, String key, double[] standard, int count)
            throws MetricException {
        JsonNode values = input.path(key);
        if (values.isMissingNode()) {
            return standard;
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            if (!values.isArray() || values.size() != count || !values.get(i).isNumber()) {
                throw new MetricException(
                        file + ", input." + key + ": " + count + " numbers are expected");
            }
            numbers[i] = values.get(i).asDouble();
        }
        return numbers;
    }

    private static OptionalInt context(Path file, JsonNode text) throws MetricException {
        if (text.isMissingNode() || text.isBoolean() && !text.asBoolean()) {
            return OptionalInt.empty();
        }
        int context = text.path("context").asInt(0);
        if (context < 2 || context > 1 << 14) {
            throw new MetricException(
                    file
                            + ", text: false, or {\"context\": TOKENS} is expected, with the number of"
                            + " tokens that the module takes");
        }
        return OptionalInt.of(context);
    }

    /** Why a picture of this size cannot be scored. */
    Optional<String> refusal(int width, int height) {
        int shorter = Math.min(width, height);
        int longer = Math.max(width, height);
        if (shorter < smallest) {
            return Optional.of(
                    facts.title()
                            + " needs at least "
                            + smallest
                            + " pixels each way; the picture has "
                            + width
                            + " x "
                            + height);
        }
        if (longer > largest.orElse(Integer.MAX_VALUE)) {
            return Optional.of(
                    facts.title()
                            + " takes at most "
                            + largest.getAsInt()
                            + " pixels each way; the picture has "
                            + width
                            + " x "
                            + height);
        }
        return Optional.empty();
    }
}
