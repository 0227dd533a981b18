package eliq.app.score;

import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The headers of a table that order its rows when they are clicked, and show with an arrow how they are ordered. */
final class HeaderOrder {
    private final TableView<ScoreRow> table;
    private final ObjectProperty<RowOrder> order;
    private final Map<SortColumn, TableColumn<ScoreRow, ?>> columns;
    // A table that is given a policy uses it at once.
    private boolean showing = true;

    /** @param columns whose headers order the rows */
    HeaderOrder(
            TableView<ScoreRow> table,
            ObjectProperty<RowOrder> order,
            Map<SortColumn, TableColumn<ScoreRow, ?>> columns) {
        this.table = table;
        this.order = order;
        this.columns = columns;
        // The rows come in order already: a table has nothing to sort, only to say what was
        // clicked.
        table.setSortPolicy(
                _ -> {
                    clicked();
                    return true;
                });
        order.subscribe(this::show);
    }

    private void clicked() {
        if (showing) {
            return;
        }
        // A table adds a column that is clicked with Shift; rows are ordered by one.
        List<TableColumn<ScoreRow, ?>> now = List.copyOf(table.getSortOrder());
        SortColumn column =
                now.isEmpty()
                        ? order.get().by()
                        : columns.entrySet().stream()
                                .filter(each -> each.getValue() == now.getLast())
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(SortColumn.DROPPING);
        // The order of the headers cannot be changed while it tells of its change.
        Platform.runLater(
                () -> {
                    order.set(order.get().clicked(column));
                    show(order.get());
                });
    }

    private void show(RowOrder now) {
        showing = true;
        TableColumn<ScoreRow, ?> column = columns.get(now.by());
        if (column == null) {
            table.getSortOrder().clear();
        } else {
            column.setSortType(
                    now.isDescending()
                            ? TableColumn.SortType.DESCENDING
                            : TableColumn.SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        }
        showing = false;
    }
}
