package eliq.app.generate;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** A plan: its sentence, and a row for each artist and purpose. */
final class PlanPane extends BorderPane {

    PlanPane(PlanWords plan) {
        setId("build-plan-shown");
        TableView<PlanWords.Row> table = new TableView<>();
        table.setAccessibleText("What would be drawn, by whom");
        table.getItems().setAll(plan.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Who", 190, PlanWords.Row::who));
        table.getColumns().add(column("What for", 190, PlanWords.Row::what));
        table.getColumns().add(number("How many", PlanWords.Row::pictures));
        table.getColumns().add(number("Here already", PlanWords.Row::here));
        table.getColumns().add(number("Time", PlanWords.Row::time));
        setTop(summary(plan));
        setCenter(table);
    }

    /** How much, how long, and what leaves this machine. */
    static Node summary(PlanWords plan) {
        Label sum = new Label(plan.summary());
        sum.getStyleClass().add("text-bold");
        sum.setWrapText(true);
        Label leaves = new Label(plan.leaves());
        leaves.setWrapText(true);
        VBox summary = new VBox(4, sum, leaves);
        for (String remark : plan.remarks()) {
            Label label = new Label(remark);
            label.setWrapText(true);
            label.getStyleClass().add("failure");
            summary.getChildren().add(label);
        }
        summary.getStyleClass().add("generate-bar");
        return summary;
    }

    private static TableColumn<PlanWords.Row, String> number(
            String title, Function<PlanWords.Row, String> value) {
        TableColumn<PlanWords.Row, String> column = column(title, 120, value);
        column.getStyleClass().add("number");
        return column;
    }

    private static TableColumn<PlanWords.Row, String> column(
            String title, double width, Function<PlanWords.Row, String> value) {
        TableColumn<PlanWords.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
