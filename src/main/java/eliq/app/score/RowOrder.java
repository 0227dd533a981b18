package eliq.app.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * How the rows are ordered.
 *
 * @param by which of their values
 * @param turned the other way round: worst first, Z to A
 */
public record RowOrder(SortColumn by, boolean turned) {
    /** As they were dropped. */
    public static final RowOrder DROPPING = new RowOrder(SortColumn.DROPPING, false);

    private static final String TURNED = " turned";

    /** By one column, the way it is looked at first. */
    public static RowOrder by(SortColumn column) {
        return new RowOrder(column, false);
    }

    /** By the next column; after the last one as they were dropped. */
    RowOrder next() {
        SortColumn[] columns = SortColumn.values();
        return by(columns[(by.ordinal() + 1) % columns.length]);
    }

    /** The other way round; the order of dropping has one way only. */
    RowOrder turn() {
        return by == SortColumn.DROPPING ? this : new RowOrder(by, !turned);
    }

    /** After a click on a column: another column first, then the other way round, then as they were dropped. */
    RowOrder clicked(SortColumn column) {
        if (column != by) {
            return by(column);
        }
        return turned ? DROPPING : turn();
    }

    /** Which rows come first, in two or three words; empty for the order of dropping. */
    String direction() {
        return by.direction(turned);
    }

    /** Whether larger numbers, or later words, come first. */
    boolean isDescending() {
        return by.isDescending() != turned;
    }

    /** Empty for the order of dropping. */
    Optional<Comparator<ScoreRow>> comparator() {
        return by.comparator(turned);
    }

    /** To be kept until the next start. */
    String text() {
        return by.name() + (turned ? TURNED : "");
    }

    /** What {@link #text} said; empty for what another version of the program said. */
    static Optional<RowOrder> of(String text) {
        boolean turned = text.endsWith(TURNED);
        String name = turned ? text.substring(0, text.length() - TURNED.length()) : text;
        return Arrays.stream(SortColumn.values())
                .filter(column -> column.name().equals(name))
                .map(column -> new RowOrder(column, turned))
                .findFirst();
    }
}
