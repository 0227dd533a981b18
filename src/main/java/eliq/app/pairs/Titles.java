package eliq.app.pairs;

import eliq.app.compare.Subject;
import eliq.catalog.Aspect;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What pictures of a tuple are called, and their order in its row. */
final class Titles {
    private Titles() {}

    /** The negatives as they stand in the row: by aspect, then by family. */
    static List<Negative> inOrder(Tuple tuple) {
        return tuple.negatives().stream()
                .sorted(
                        Comparator.comparing((Negative n) -> n.recipe().aspect())
                                .thenComparing(n -> n.recipe().family())
                                .thenComparingLong(Negative::id))
                .toList();
    }

    /** The positive and its negatives, in the row's order. */
    static List<Subject<ContentHash>> subjects(Tuple tuple) {
        List<Subject<ContentHash>> subjects = new ArrayList<>();
        subjects.add(new Subject<>(tuple.positive(), "positive", "drawn by " + tuple.generator()));
        for (Negative negative : inOrder(tuple)) {
            subjects.add(new Subject<>(image(tuple, negative), title(negative), detail(negative)));
        }
        return subjects;
    }

    /** The picture that a negative shows: for a wrong prompt, the positive. */
    static ContentHash image(Tuple tuple, Negative negative) {
        return negative.content() instanceof NegativeContent.Image(ContentHash hash)
                ? hash
                : tuple.positive();
    }

    /** Such as {@code aesthetic, conventional: hue-shift 0.6}. */
    static String title(Negative negative) {
        return String.format(
                Locale.getDefault(),
                "%s, %s: %s %.2f",
                negative.recipe().aspect().key(),
                negative.recipe().family().key(),
                operation(negative),
                negative.recipe().strength());
    }

    /** The operation in words. */
    static String operation(Negative negative) {
        return RecipeFacts.words(negative.recipe().operation());
    }

    private static String detail(Negative negative) {
        if (negative.content() instanceof NegativeContent.WrongPrompt(String text)) {
            return "the positive under: “" + text + "”";
        }
        String by = RecipeFacts.maker(negative.recipe());
        return by + (by.isEmpty() ? "" : ", ") + "seed " + negative.recipe().seed();
    }

    /** The letter that always goes with the colour of an aspect. */
    static String letter(Aspect aspect) {
        return switch (aspect) {
            case TECHNICAL -> "T";
            case AESTHETIC -> "A";
            case ALIGNMENT -> "P";
        };
    }
}
