package eliq.prompts;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The seven prompt categories of the method. */
public enum Category {
    INDOOR_SCENES("Indoor Scenes"),
    URBAN_SCENES("Urban Scenes"),
    NATURAL_SCENES("Natural Scenes"),
    PEOPLE_AND_ACTIVITIES("People & Activities"),
    OBJECTS_AND_ARTIFACTS("Objects & Artifacts"),
    FOOD("Food"),
    EVENTS("Events");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    /** As shown and as stored. */
    public String title() {
        return title;
    }

    /** The category of this title or constant name, whatever the case; "and" may stand for "&". */
    public static Optional<Category> named(String text) {
        String wanted = letters(text);
        return Arrays.stream(values())
                .filter(c -> letters(c.title).equals(wanted) || letters(c.name()).equals(wanted))
                .findFirst();
    }

    private static String letters(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replace("&", "and").replaceAll("[^a-z]", "");
    }

    /** All titles, for messages. */
    public static String titles() {
        return Arrays.stream(values()).map(Category::title).collect(Collectors.joining(", "));
    }
}
