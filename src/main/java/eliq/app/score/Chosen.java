package eliq.app.score;

import java.util.List;
import java.util.Optional;

/** The rows that are chosen in the Score view. */
public sealed interface Chosen {

    /** No row. */
    record None() implements Chosen {}

    /** One row, looked at by itself. */
    record One(ScoreRow row) implements Chosen {}

    /**
     * Two rows, compared.
     *
     * @param pinned stays while others are compared with it
     * @param row looked at
     */
    record Two(ScoreRow pinned, ScoreRow row) implements Chosen {}

    /**
     * Three rows or more.
     *
     * @param rows in the order of the table
     * @param row looked at
     */
    record Many(List<ScoreRow> rows, ScoreRow row) implements Chosen {}

    /** The row that is looked at. */
    default Optional<ScoreRow> lookedAt() {
        return switch (this) {
            case None _ -> Optional.empty();
            case One(ScoreRow row) -> Optional.of(row);
            case Two(_, ScoreRow row) -> Optional.of(row);
            case Many(_, ScoreRow row) -> Optional.of(row);
        };
    }

    /** All of them; a pinned one first. */
    default List<ScoreRow> rows() {
        return switch (this) {
            case None _ -> List.of();
            case One(ScoreRow row) -> List.of(row);
            case Two(ScoreRow pinned, ScoreRow row) -> List.of(pinned, row);
            case Many(List<ScoreRow> rows, _) -> rows;
        };
    }
}
