package eliq.app.score;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/** Shows as many columns as a table has room for: a column is there whole or not at all. */
final class FittingColumns {
    private static final double SCROLL_BAR = 18;

    private final TableView<ScoreRow> table;
    private final List<List<TableColumn<ScoreRow, ?>>> groups;

    /** @param groups columns that come and go together; those that go first, first */
    FittingColumns(TableView<ScoreRow> table, List<List<TableColumn<ScoreRow, ?>>> groups) {
        this.table = table;
        this.groups = groups;
        table.setMinWidth(
                SCROLL_BAR
                        + widthOf(
                                table.getColumns().stream()
                                        .filter(
                                                column ->
                                                        groups.stream()
                                                                .noneMatch(
                                                                        group ->
                                                                                group.contains(
                                                                                        column)))));
        table.widthProperty().subscribe(_ -> fit());
        table.getSortOrder().addListener((Observable _) -> fit());
    }

    private void fit() {
        if (table.getWidth() <= 0) {
            return;
        }
        double room = table.getWidth() - SCROLL_BAR;
        double needed = table.getColumns().stream().mapToDouble(TableColumnBase::getMinWidth).sum();
        for (List<TableColumn<ScoreRow, ?>> group : groups) {
            // What the table is sorted by stays in sight.
            boolean fits =
                    needed <= room || group.stream().anyMatch(table.getSortOrder()::contains);
            group.forEach(column -> column.setVisible(fits));
            if (!fits) {
                needed -= widthOf(group.stream());
            }
        }
    }

    private static double widthOf(Stream<? extends TableColumn<ScoreRow, ?>> columns) {
        return columns.mapToDouble(TableColumnBase::getMinWidth).sum();
    }
}
