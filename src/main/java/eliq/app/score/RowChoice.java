package eliq.app.score;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** Chooses rows: one to look at, or two to compare, of which the first stays pinned. JavaFX thread only. */
public final class RowChoice {
    private final ObservableList<ScoreRow> order;
    private final ReadOnlyObjectWrapper<Chosen> chosen =
            new ReadOnlyObjectWrapper<>(new Chosen.None());
    // A table that is sorted or gets a score says in between that less is chosen.
    private Optional<Chosen.Two> compared = Optional.empty();

    /** @param order of the rows in the table */
    RowChoice(ObservableList<ScoreRow> order) {
        this.order = order;
    }

    public ReadOnlyObjectProperty<Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public Chosen now() {
        return chosen.get();
    }

    /** The rows that may be chosen, as the table orders them. */
    ObservableList<ScoreRow> order() {
        return order;
    }

    /** Where a row stands in the table, in words. */
    String place(ScoreRow row) {
        return String.format(
                Locale.getDefault(), "%,d of %,d", order.indexOf(row) + 1, order.size());
    }

    /** Looks at one row. */
    public void look(ScoreRow row) {
        put(new Chosen.One(row));
    }

    /** Looks at a row, beside the pinned one where two are compared. */
    void show(ScoreRow row) {
        put(
                now() instanceof Chosen.Two(ScoreRow pinned, _) && pinned != row
                        ? new Chosen.Two(pinned, row)
                        : new Chosen.One(row));
    }

    /** Compares two rows. */
    public void compare(ScoreRow pinned, ScoreRow row) {
        put(new Chosen.Two(pinned, row));
    }

    /**
     * Takes what was chosen in the table. Of two rows, the one that was looked at before is pinned.
     *
     * @param rows in the order of the table
     * @param last the one chosen last
     */
    public void choose(List<ScoreRow> rows, ScoreRow last) {
        switch (rows.size()) {
            case 0 -> put(new Chosen.None());
            case 1 -> look(rows.getFirst());
            case 2 -> put(pair(rows.getFirst(), rows.getLast()));
            default -> put(new Chosen.Many(List.copyOf(rows), last));
        }
    }

    private Chosen.Two pair(ScoreRow first, ScoreRow second) {
        Optional<Chosen.Two> before =
                compared.filter(two -> Set.copyOf(two.rows()).equals(Set.of(first, second)));
        return before.orElseGet(
                () ->
                        now().rows().size() == 1 && now().rows().contains(second)
                                ? new Chosen.Two(second, first)
                                : new Chosen.Two(first, second));
    }

    /** Goes on to the next row, or the one before; a pinned one stays, and is passed over. */
    public void move(int by) {
        switch (now()) {
            case Chosen.None _ -> order.stream().findFirst().ifPresent(this::look);
            case Chosen.One(ScoreRow row) -> beside(row, by, Set.of()).ifPresent(this::look);
            case Chosen.Many(_, ScoreRow row) -> beside(row, by, Set.of()).ifPresent(this::look);
            case Chosen.Two(ScoreRow pinned, ScoreRow row) ->
                    beside(row, by, Set.of(pinned)).ifPresent(next -> compare(pinned, next));
        }
    }

    /** The compared row becomes the pinned one, and the pinned one the row looked at. */
    public void exchange() {
        if (now() instanceof Chosen.Two(ScoreRow pinned, ScoreRow row)) {
            compare(row, pinned);
        }
    }

    /** Chooses nothing. */
    void forget() {
        put(new Chosen.None());
    }

    /** The rows that removing is about: all that are chosen, or the one that a pinned one is compared with. */
    List<ScoreRow> removable() {
        return now() instanceof Chosen.Two(_, ScoreRow row) ? List.of(row) : now().rows();
    }

    /** Chooses what is left when these rows are gone: the next one, else the one before; a pinned one stays. */
    void leave(List<ScoreRow> gone) {
        Optional<ScoreRow> pinned =
                now() instanceof Chosen.Two two && !gone.contains(two.pinned())
                        ? Optional.of(two.pinned())
                        : Optional.empty();
        Set<ScoreRow> passed = new HashSet<>(gone);
        pinned.ifPresent(passed::add);
        Optional<ScoreRow> next =
                gone.isEmpty()
                        ? Optional.empty()
                        : beside(gone.getLast(), 1, passed)
                                .or(() -> beside(gone.getFirst(), -1, passed));
        put(chosen(pinned, next));
    }

    private static Chosen chosen(Optional<ScoreRow> pinned, Optional<ScoreRow> row) {
        if (pinned.isPresent() && row.isPresent()) {
            return new Chosen.Two(pinned.get(), row.get());
        }
        return pinned.or(() -> row).<Chosen>map(Chosen.One::new).orElseGet(Chosen.None::new);
    }

    /** The nearest row in a direction that is not passed over. */
    private Optional<ScoreRow> beside(ScoreRow row, int by, Set<ScoreRow> passed) {
        int step = Integer.signum(by);
        for (int i = order.indexOf(row) + step; i >= 0 && i < order.size(); i += step) {
            if (!passed.contains(order.get(i))) {
                return Optional.of(order.get(i));
            }
        }
        return Optional.empty();
    }

    private void put(Chosen now) {
        if (now instanceof Chosen.Two two) {
            compared = Optional.of(two);
        }
        chosen.set(now);
    }
}
