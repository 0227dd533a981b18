package eliq.app.benchmark;

import eliq.app.placeholder.Placeholder;
import eliq.app.words.Failure;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Finished jobs of one kind, and what the chosen one came to. */
final class RunsPane extends BorderPane {
    private final BenchmarkViewModel model;
    private final PastRun.Kind kind;
    private final Placeholder empty;
    private final ComboBox<PastRun> chooser = new ComboBox<>();
    private final DocumentPane document = new DocumentPane();
    private final HBox head;

    /**
     * @param title of what is missing where there is no such job
     * @param how to come by one
     */
    RunsPane(BenchmarkViewModel model, PastRun.Kind kind, String title, String how) {
        this.model = model;
        this.kind = kind;
        this.empty = Placeholder.empty("fth-bar-chart-2", title, how, List.of());
        chooser.setAccessibleText("Finished runs");
        chooser.setMaxWidth(520);
        chooser.valueProperty()
                .subscribe(
                        run -> {
                            if (run != null) {
                                open(run);
                            }
                        });
        head = new HBox(10, new Label("Run"), chooser);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tab-head");
    }

    /** Looks for finished jobs; called when the tab is shown. */
    void refresh() {
        setCenter(message("Looking for finished runs …"));
        model.questions()
                .runs(kind, this::found, reason -> setCenter(message(Failure.sentence(reason))));
    }

    private void found(List<PastRun> runs) {
        PastRun before = chooser.getValue();
        chooser.getItems().setAll(runs);
        if (runs.isEmpty()) {
            setTop(null);
            setCenter(empty);
            return;
        }
        setTop(head);
        PastRun wanted = runs.contains(before) ? before : runs.getFirst();
        if (wanted.equals(chooser.getValue())) {
            open(wanted);
        } else {
            chooser.setValue(wanted);
        }
    }

    private void open(PastRun run) {
        setCenter(message("Opening " + run.title() + " …"));
        model.questions()
                .sections(
                        run,
                        sections -> {
                            if (run.equals(chooser.getValue())) {
                                document.showSections(sections);
                                setCenter(document);
                            }
                        },
                        reason ->
                                setCenter(
                                        Placeholder.failed(
                                                "This run cannot be opened",
                                                reason,
                                                new Placeholder.Door(
                                                        "Try again",
                                                        "fth-refresh-cw",
                                                        () -> open(run)))));
    }

    private static Node message(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("absent");
        return label;
    }
}
