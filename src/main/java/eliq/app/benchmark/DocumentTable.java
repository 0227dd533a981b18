package eliq.app.benchmark;

import eliq.report.Document;
import eliq.report.Document.Cell;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
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
        column.setCellFactory(_ -> new TextCell(facts.number()));
        return column;
    }

    /** As wide as its widest text, within reason. */
    private static double width(Document.Table table, int place) {
        double widest = new Text(table.columns().get(place).title()).getLayoutBounds().getWidth();
        for (List<Cell> row : table.rows().subList(0, Math.min(200, table.rows().size()))) {
            widest = Math.max(widest, new Text(text(row.get(place))).getLayoutBounds().getWidth());
        }
        return Math.clamp(widest + 34, LEAST_WIDTH, MOST_WIDTH);
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
            case Cell.Interval(double value, double lower, double upper, int decimals) ->
                    Words.fixed(value, decimals)
                            + (Double.isNaN(lower) || Double.isNaN(upper) || Double.isNaN(value)
                                    ? ""
                                    : "  ["
                                            + Words.fixed(lower, decimals)
                                            + ", "
                                            + Words.fixed(upper, decimals)
                                            + "]");
            case Cell.Picture(Optional<Path> file, String description) ->
                    file.map(f -> f.getFileName().toString()).orElse(description);
        };
    }

    private static final class TextCell extends TableCell<List<Cell>, Cell> {
        TextCell(boolean number) {
            setTextOverrun(OverrunStyle.ELLIPSIS);
            if (number) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            getStyleClass().remove("absent");
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
