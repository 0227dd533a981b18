package eliq.report;

import eliq.report.Document.Cell;

/** Cells as plain text. */
final class Cells {
    private Cells() {}

    /** As shown to people, the interval in brackets behind its number. */
    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Muted(String text) -> text;
            case Cell.Code(String text) -> text;
            case Cell.Number(double value, int decimals) -> Numbers.fixed(value, decimals);
            case Cell.Interval interval ->
                    Numbers.fixed(interval.value(), interval.decimals())
                            + (interval.open() || !Double.isFinite(interval.value())
                                    ? ""
                                    : " " + bounds(interval));
            case Cell.Picture picture -> picture.description();
        };
    }

    /** {@code [0.716, 0.766]}. */
    static String bounds(Cell.Interval cell) {
        return "["
                + Numbers.fixed(cell.lower(), cell.decimals())
                + ", "
                + Numbers.fixed(cell.upper(), cell.decimals())
                + "]";
    }
}
