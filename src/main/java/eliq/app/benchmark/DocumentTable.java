package eliq.app.benchmark;

import eliq.report.Document;
import eliq.report.Document.Cell;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** A table of a report, sortable, as high as its rows up to a limit. Pictures are named, not shown. */
final class DocumentTable extends TableView<List<Cell>> {
    private static final double ROW = 30;
    private static final int MOST_ROWS = 14;
    private static final double LEAST_WIDTH = 64;
    private static final double MOST_WIDTH = 340;

    DocumentTable(Document.Table table) {
        getStyleClass().add("document-table");
        setAccessibleText(table.caption());
        setFixedCellSize(ROW);
        for (int i = 0; i < table.columns().size(); i++) {
            getColumns().add(column(table, i));
        }
        getItems().setAll(table.rows());
        double height = ROW * Math.clamp(table.rows().size(), 1, MOST_ROWS) + ROW + 12;
        setPrefHeight(height);
        setMinHeight(height);
        setMaxHeight(height);
    }

    private static TableColumn<List<Cell>, Cell> column(Document.Table table, int place) {
        Document.Column facts = table.columns().get(place);
        TableColumn<List<Cell>, Cell> column = new TableColumn<>();
        Label header = new Label(facts.title());
        header.setTooltip(new Tooltip(facts.title()));
        if (facts.number()) {
            header.getStyleClass().add("number-header");
        }
        column.setGraphic(header);
        column.setPrefWidth(width(table, place));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(place)));
        column.setComparator(
                Comparator.comparingDouble(DocumentTable::number)
                        .thenComparing(DocumentTable::text));
        double bounds = boundsWidth(table, place);
        column.setCellFactory(_ -> new TextCell(facts.number(), bounds));
        return column;
    }

    /** As wide as its widest text, within reason. */
    private static double width(Document.Table table, int place) {
        Text header = new Text(table.columns().get(place).title());
        header.setFont(Font.font(header.getFont().getFamily(), FontWeight.BOLD, 13));
        // A header has room for the arrow of the sorting.
        double widest = header.getLayoutBounds().getWidth() + 14;
        for (List<Cell> row : table.rows().subList(0, Math.min(200, table.rows().size()))) {
            widest = Math.max(widest, new Text(text(row.get(place))).getLayoutBounds().getWidth());
        }
        return Math.clamp(widest + 30, LEAST_WIDTH, MOST_WIDTH);
    }

    /** The widest interval of a column, so that the numbers before the intervals stand in line. */
    private static double boundsWidth(Document.Table table, int place) {
        return table.rows().stream()
                .map(row -> row.get(place))
                .filter(Cell.Interval.class::isInstance)
                .map(cell -> new Text(bounds((Cell.Interval) cell)))
                .mapToDouble(text -> text.getLayoutBounds().getWidth())
                .max()
                .orElse(0);
    }

    private static String bounds(Cell.Interval cell) {
        return Double.isNaN(cell.lower())
                        || Double.isNaN(cell.upper())
                        || Double.isNaN(cell.value())
                ? ""
                : "["
                        + Words.fixed(cell.lower(), cell.decimals())
                        + ", "
                        + Words.fixed(cell.upper(), cell.decimals())
                        + "]";
    }

    private static double number(Cell cell) {
        return switch (cell) {
            case Cell.Number(double value, int _) -> lowest(value);
            case Cell.Interval(double value, double _, double _, int _) -> lowest(value);
            // Probabilities too small for their digits stand as words among numbers.
            case Cell.Text(String text) when text.startsWith("< ") -> 0;
            default -> Double.NEGATIVE_INFINITY;
        };
    }

    private static double lowest(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Muted(String text) -> text;
            case Cell.Code(String text) -> text;
            case Cell.Number(double value, int decimals) -> Words.fixed(value, decimals);
            case Cell.Interval interval ->
                    (Words.fixed(interval.value(), interval.decimals()) + "  " + bounds(interval))
                            .strip();
            case Cell.Picture(Optional<Path> file, String description) ->
                    file.map(f -> f.getFileName().toString()).orElse(description);
        };
    }

    private static final class TextCell extends TableCell<List<Cell>, Cell> {
        private final Label value = new Label();
        private final Label interval = new Label();
        private final HBox box = new HBox(8, value, interval);

        TextCell(boolean number, double bounds) {
            interval.getStyleClass().add("absent");
            interval.setMinWidth(bounds);
            box.setAlignment(Pos.CENTER_RIGHT);

            setTextOverrun(OverrunStyle.ELLIPSIS);
            if (number) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            getStyleClass().remove("absent");
            setGraphic(null);
            if (empty || cell == null) {
                setText("");
                setTooltip(null);
                return;
            }
            String text = text(cell);
            setText(text.replaceAll("\\s*\\R\\s*", " "));
            if (cell instanceof Cell.Muted || text.equals("–")) {
                getStyleClass().add("absent");
            }
            if (cell instanceof Cell.Interval estimate && interval.getMinWidth() > 0) {
                value.setText(Words.fixed(estimate.value(), estimate.decimals()));
                interval.setText(bounds(estimate));
                setText("");
                setGraphic(box);
            }
            Tooltip whole = new Tooltip(text);
            whole.setWrapText(true);
            whole.setMaxWidth(480);
            setTooltip(text.length() > 24 ? whole : null);
        }
    }

    /** The table as text that a spreadsheet takes. */
    static String copied(Document.Table table) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.join("\t", table.columns().stream().map(Document.Column::title).toList()));
        for (List<Cell> row : table.rows()) {
            text.append('\n');
            text.append(
                    String.join(
                            "\t",
                            row.stream()
                                    .map(DocumentTable::text)
                                    .map(t -> t.replaceAll("\\s+", " "))
                                    .toList()));
        }
        return text.toString().replace("−", "-");
    }
}
