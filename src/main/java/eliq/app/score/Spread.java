package eliq.app.score;

import eliq.app.words.Amounts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** How the scores of the dropped images are spread, and the part of them that is looked at. Knows no scene graph. */
public final class Spread {
    static final int BINS = 32;

    /** Part of the scores, ends included. */
    public record Range(double from, double to) {
        boolean holds(OptionalDouble value) {
            return value.isPresent() && value.getAsDouble() >= from && value.getAsDouble() <= to;
        }
    }

    /**
     * Bars of equal width.
     *
     * @param from lower end of the first
     * @param to upper end of the last; equal to {@code from} where there are no scores
     * @param counts of images
     */
    public record Bars(double from, double to, int[] counts) {
        static Bars of(double[] values) {
            if (values.length == 0) {
                return new Bars(0, 0, new int[0]);
            }
            double low = Arrays.stream(values).min().orElseThrow();
            double high = Arrays.stream(values).max().orElseThrow();
            if (low == high) {
                low -= 0.5;
                high += 0.5;
            }
            int[] counts = new int[BINS];
            for (double value : values) {
                int bin = (int) ((value - low) / (high - low) * BINS);
                counts[Math.clamp(bin, 0, BINS - 1)]++;
            }
            return new Bars(low, high, counts);
        }
    }

    private final ObservableList<ScoreRow> rows;
    private final FilteredList<ScoreRow> shown;
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.VISUAL);
    private final ObjectProperty<Optional<Range>> brush =
            new SimpleObjectProperty<>(Optional.empty());
    // Asked for by every cell in sight after each score.
    private final Map<Measure, double[]> sorted = new EnumMap<>(Measure.class);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    Spread(ObservableList<ScoreRow> rows) {
        this.rows = rows;
        this.shown = new FilteredList<>(rows);
        rows.addListener((ListChangeListener<ScoreRow>) _ -> changed());
        measure.subscribe((_, _) -> brush.set(Optional.empty()));
        brush.subscribe(this::narrow);
        measure.subscribe((_, _) -> changed());
    }

    /** What the bars show. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** Only rows whose score lies in it are shown. */
    public ObjectProperty<Optional<Range>> brushProperty() {
        return brush;
    }

    /** Changes whenever {@link #bars} or {@link #place} may answer another thing. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** The rows that the brush lets through, in the order of dropping. */
    public ObservableList<ScoreRow> shown() {
        return shown;
    }

    /** Of the whole dropped set, brushed or not. */
    public Bars bars() {
        return Bars.of(sorted(measure.get()));
    }

    /** Why there are no bars; empty where there are some. */
    public String absence() {
        if (sorted(measure.get()).length > 0) {
            return "";
        }
        if (rows.isEmpty() || !rows.stream().allMatch(ScoreRow::isSettled)) {
            return "No score yet";
        }
        return rows.stream().allMatch(ScoreRow::isFailed)
                ? "No image could be scored"
                : "No image has a prompt";
    }

    /**
     * The place of a row's score, in words: among the scorer's held-out reference where it has one, else among the dropped
     * images; empty where there is no score.
     */
    public Optional<String> place(ScoreRow row, Measure of) {
        OptionalDouble value = of.of(row);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble share = row.judgement().map(of::share).orElseGet(OptionalDouble::empty);
        if (share.isPresent()) {
            return Optional.of(
                    "better than %.0f %% of the scorer's held-out images"
                            .formatted(100 * share.getAsDouble()));
        }
        double[] values = sorted(of);
        if (values.length < 2) {
            return Optional.empty();
        }
        int better = values.length - below(values, Math.nextUp(value.getAsDouble()));
        return Optional.of(Amounts.format("rank %,d of %,d here", better + 1, values.length));
    }

    /** Share of the reference, or of the other dropped images, that a row's score is above, 0..1. */
    public OptionalDouble share(ScoreRow row, Measure of) {
        OptionalDouble value = of.of(row);
        OptionalDouble known = row.judgement().map(of::share).orElseGet(OptionalDouble::empty);
        if (value.isEmpty() || known.isPresent()) {
            return known;
        }
        double[] values = sorted(of);
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) below(values, value.getAsDouble()) / (values.length - 1));
    }

    /** How many of these, in ascending order, are smaller than a bound. */
    private static int below(double[] values, double bound) {
        int from = 0;
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < bound) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void changed() {
        sorted.clear();
        changes.set(changes.get() + 1);
    }

    private void narrow(Optional<Range> range) {
        Measure by = measure.get();
        shown.setPredicate(row -> range.isEmpty() || range.get().holds(by.of(row)));
    }

    /** The scores of the whole set, smallest first. */
    private double[] sorted(Measure of) {
        return sorted.computeIfAbsent(
                of,
                _ ->
                        rows.stream()
                                .map(of::of)
                                .flatMapToDouble(OptionalDouble::stream)
                                .sorted()
                                .toArray());
    }
}
