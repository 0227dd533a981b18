package eliq.app.benchmark;

import eliq.benchmark.RatingColumns;
import java.util.Optional;

/** What a column of an index can be taken for. */
enum ColumnRole {
    IMAGE("Image", "file name or path"),
    PROMPT("Prompt", "text the image was made for"),
    VISUAL("Visual quality", "mean rating"),
    ALIGNMENT("Alignment", "mean rating of the fit to the prompt"),
    RATERS("Raters", "how many people rated"),
    GENERATOR("Generator", "what made the image"),
    SPLIT("Split", "the authors' split");

    private final String title;
    private final String meaning;

    ColumnRole(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    Optional<String> in(RatingColumns columns) {
        return switch (this) {
            case IMAGE -> columns.image();
            case PROMPT -> columns.prompt();
            case VISUAL -> columns.visual();
            case ALIGNMENT -> columns.alignment();
            case RATERS -> columns.count();
            case GENERATOR -> columns.generator();
            case SPLIT -> columns.split();
        };
    }
}
