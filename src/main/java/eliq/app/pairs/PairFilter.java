package eliq.app.pairs;

import eliq.catalog.Family;
import eliq.catalog.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which tuples are listed, and in which order.
 *
 * @param show by what is known of them
 * @param category of the prompt
 * @param family of which they have a negative
 * @param order of the list
 */
public record PairFilter(
        Show show, Optional<String> category, Optional<Family> family, Order order) {

    public static final PairFilter ALL =
            new PairFilter(Show.ALL, Optional.empty(), Optional.empty(), Order.BUILT);

    /** By what is known of a tuple. */
    public enum Show {
        ALL("All tuples"),
        WRONG("The critic gets one wrong"),
        AUDIT("Failed the audit"),
        NOT_REVIEWED("Not reviewed"),
        REJECTED("With something rejected");

        private final String title;

        Show(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Of the list. */
    public enum Order {
        BUILT("As built"),
        SMALLEST_MARGIN("Smallest margin first");

        private final String title;

        Order(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    public PairFilter with(Show other) {
        return new PairFilter(other, category, family, order);
    }

    public PairFilter withCategory(Optional<String> other) {
        return new PairFilter(show, other, family, order);
    }

    public PairFilter withFamily(Optional<Family> other) {
        return new PairFilter(show, category, other, order);
    }

    public PairFilter with(Order other) {
        return new PairFilter(show, category, family, other);
    }

    /** Whether anything is left out. */
    public boolean narrows() {
        return show != Show.ALL || category.isPresent() || family.isPresent();
    }

    /** What it lets through, in words. */
    public String words() {
        StringBuilder words = new StringBuilder(show.title());
        category.ifPresent(each -> words.append(" · ").append(each));
        family.ifPresent(each -> words.append(" · ").append(each.key()));
        return words.toString();
    }

    /** The tuples that are listed, in order. Those without a margin come last. */
    List<Tuple> of(ReviewedSet set) {
        List<Tuple> kept = set.tuples().stream().filter(tuple -> keeps(tuple, set)).toList();
        return order == Order.BUILT
                ? kept
                : kept.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        tuple ->
                                                set.smallestMargin(tuple).orElse(Double.MAX_VALUE)))
                        .toList();
    }

    private boolean keeps(Tuple tuple, ReviewedSet set) {
        return category.map(tuple.prompt().categories()::contains).orElse(true)
                && family.map(
                                each ->
                                        tuple.negatives().stream()
                                                .anyMatch(n -> n.recipe().family() == each))
                        .orElse(true)
                && switch (show) {
                    case ALL -> true;
                    case WRONG -> set.wrong(tuple) > 0;
                    case AUDIT -> !set.findings(tuple).isEmpty();
                    case NOT_REVIEWED -> !tuple.reviewed();
                    case REJECTED -> ReviewedSet.rejected(tuple);
                };
    }
}
