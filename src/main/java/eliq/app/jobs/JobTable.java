package eliq.app.jobs;

import eliq.app.words.Decimals;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The jobs, newest first. */
final class JobTable extends TableView<JobRow> {
    private static final double LAST = 400;
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final JobsViewModel model;
    private boolean following;

    JobTable(JobsViewModel model) {
        this.model = model;
        setId("jobs-table");
        setItems(model.rows());
        setAccessibleText("Jobs");
        getStyleClass().addAll("dense", "spaced-numbers");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(
                        List.of(
                                text("Job", 64, row -> Long.toString(row.id()), "number"),
                                text("What", 132, JobRow::title, ""),
                                state(),
                                progress(),
                                text("Asked for", 166, row -> Times.of(row.job().created()), ""),
                                text(
                                        "How it stands",
                                        LAST,
                                        JobRow::summary,
                                        JobRow::standing,
                                        "")));
        // What is left goes to the last, whose text is the longest.
        getColumns().stream()
                .filter(column -> column.getPrefWidth() < LAST)
                .forEach(
                        column -> {
                            column.setMinWidth(column.getPrefWidth());
                            column.setMaxWidth(1.5 * column.getPrefWidth());
                        });
        getColumns().forEach(column -> column.setSortable(false));
        setRowFactory(_ -> new Row());
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        (_, row) -> {
                            if (row != null && !following && !model.updatingProperty().get()) {
                                model.select(row.id());
                            }
                        });
        model.detailsProperty().subscribe((_, _) -> follow());
        model.updatingProperty()
                .subscribe(
                        (_, now) -> {
                            if (!now) {
                                follow();
                            }
                        });
    }

    /** The list is exchanged while it is read: what was selected stays so. */
    private void follow() {
        following = true;
        try {
            model.detailsProperty()
                    .get()
                    .flatMap(
                            details ->
                                    model.rows().stream()
                                            .filter(row -> row.id() == details.row().id())
                                            .findFirst())
                    .ifPresent(getSelectionModel()::select);
        } finally {
            following = false;
        }
    }

    private static TableColumn<JobRow, JobRow> column(String title, double width) {
        TableColumn<JobRow, JobRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        return column;
    }

    private static TableColumn<JobRow, JobRow> text(
            String title, double width, Function<JobRow, String> value, String style) {
        return text(title, width, value, value, style);
    }

    /** @param whole what a narrow column may cut, for the tooltip */
    private static TableColumn<JobRow, JobRow> text(
            String title,
            double width,
            Function<JobRow, String> value,
            Function<JobRow, String> whole,
            String style) {
        TableColumn<JobRow, JobRow> column = column(title, width);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(JobRow row, boolean empty) {
                                super.updateItem(row, empty);
                                String text = empty || row == null ? "" : value.apply(row);
                                setText(text);
                                setTooltip(
                                        text.length() > 20 ? new Tooltip(whole.apply(row)) : null);
                                if (!style.isEmpty() && !getStyleClass().contains(style)) {
                                    getStyleClass().add(style);
                                }
                            }
                        });
        return column;
    }

    private static TableColumn<JobRow, JobRow> state() {
        TableColumn<JobRow, JobRow> column = column("State", 112);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            private final FontIcon icon = new FontIcon();

                            @Override
                            protected void updateItem(JobRow row, boolean empty) {
                                super.updateItem(row, empty);
                                setText(empty || row == null ? "" : row.state());
                                setGraphic(empty || row == null ? null : icon);
                                if (!empty && row != null) {
                                    icon.setIconLiteral(icon(row));
                                }
                            }
                        });
        return column;
    }

    private static String icon(JobRow row) {
        return switch (row.job().state()) {
            case QUEUED -> "fth-clock";
            case RUNNING -> "fth-play";
            case PAUSED -> "fth-pause";
            case INTERRUPTED -> "fth-zap-off";
            case DONE -> "fth-check";
            case FAILED -> "fth-alert-triangle";
            case CANCELLED -> "fth-square";
        };
    }

    private static TableColumn<JobRow, JobRow> progress() {
        TableColumn<JobRow, JobRow> column = column("Progress / time", 138);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            private final ProgressBar bar = new ProgressBar();
                            private final Label percent = new Label();
                            private final HBox both = new HBox(8, bar, percent);

                            {
                                bar.setPrefWidth(60);
                                bar.setMinWidth(40);
                                percent.setMinWidth(Region.USE_PREF_SIZE);
                                both.setAlignment(Pos.CENTER_LEFT);
                            }

                            @Override
                            protected void updateItem(JobRow row, boolean empty) {
                                super.updateItem(row, empty);
                                boolean there = !empty && row != null;
                                boolean shown =
                                        there
                                                && !row.done()
                                                && (row.running() || row.share().isPresent());
                                setText(there ? took(row, shown) : "");
                                setTooltip(
                                        there && !shown
                                                ? row.untimed().map(Tooltip::new).orElse(null)
                                                : null);
                                setGraphic(shown ? both : null);
                                if (shown) {
                                    bar.setProgress(row.share().orElse(-1));
                                    percent.setText(
                                            row.share().isPresent()
                                                    ? (int) (100 * row.share().getAsDouble()) + " %"
                                                    : "");
                                }
                            }
                        });
        return column;
    }

    private static String took(JobRow row, boolean shown) {
        return !shown && row.untimed().isPresent() ? Decimals.ABSENT : row.took();
    }

    private static final class Row extends TableRow<JobRow> {
        @Override
        protected void updateItem(JobRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(FAILED, !empty && row != null && row.state().equals("failed"));
        }
    }
}
