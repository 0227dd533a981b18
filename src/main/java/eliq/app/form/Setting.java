package eliq.app.form;

import java.util.List;

/**
 * One setting of a record, as people meet it.
 *
 * @param path of the component in the record, such as {@code training.learningRate.peak}: the name that {@code --set}
 *     knows it by
 * @param label a few words
 * @param unit such as {@code steps}; empty for a plain number
 * @param unitFrom path of the choice whose label is the unit; empty where {@code unit} says it
 * @param symbol of the paper, such as {@code m}; empty where it has none
 * @param sentence what it does
 * @param kind what is typed or chosen
 * @param place where the form shows it
 */
public record Setting(
        String path,
        String label,
        String unit,
        String unitFrom,
        String symbol,
        String sentence,
        Kind kind,
        Place place) {

    /** How a setting is entered. */
    public sealed interface Kind {
        /** A whole number. */
        record Whole() implements Kind {}

        /** Any number. */
        record Number() implements Kind {}

        /** Words. */
        record Words() implements Kind {}

        /** On or off. */
        record Switch() implements Kind {}

        /** One of several. */
        record OneOf(List<Option> options) implements Kind {
            public OneOf {
                options = List.copyOf(options);
            }
        }

        /** Some of several; JSON texts in a list. */
        record SomeOf(List<Option> options) implements Kind {
            public SomeOf {
                options = List.copyOf(options);
            }
        }
    }

    /**
     * A value that can be chosen.
     *
     * @param label what people read
     * @param json the value as it stands in the record's JSON
     */
    public record Option(String label, String json) {
        /** Whether a field with this text has chosen it, its own settings changed or not. */
        boolean isChosenBy(String text) {
            if (json.equals(text)) {
                return true;
            }
            if (!json.startsWith("{") || text == null || !text.startsWith("{")) {
                return false;
            }
            return Json.tree(json).path("type").equals(Json.tree(text).path("type"));
        }
    }

    /** The same, counted in what another setting chooses. */
    public Setting countedIn(String choice) {
        return new Setting(path, label, unit, choice, symbol, sentence, kind, place);
    }

    /** Where the form shows a setting. */
    public enum Place {
        /** Always. */
        FRONT,
        /** Under 'More'. */
        MORE
    }

    public static Setting front(
            String path, String label, String unit, String symbol, String sentence, Kind kind) {
        return new Setting(path, label, unit, "", symbol, sentence, kind, Place.FRONT);
    }

    public static Setting more(
            String path, String label, String unit, String symbol, String sentence, Kind kind) {
        return new Setting(path, label, unit, "", symbol, sentence, kind, Place.MORE);
    }
}
