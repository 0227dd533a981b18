package eliq.app.generate;

import eliq.app.follow.FollowedJob;
import eliq.app.picture.PictureLoader;
import eliq.app.placeholder.Placeholder;
import eliq.catalog.JobState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The plan of a set and its run, with the pictures as they arrive. */
final class BuildPane extends BorderPane {

    private final BuildViewModel model;
    private final PictureLoader<Path> thumbnails;
    private final ObservableBooleanValue closed;
    private final VBox running = new VBox(8);
    private final FlowPane previews = new FlowPane(8, 8);
    private final BorderPane content = new BorderPane();

    /** @param closed whether the catalogue, which every plan asks, cannot be read */
    BuildPane(
            BuildViewModel model,
            ObservableList<BackendRow> backends,
            PictureLoader<Path> thumbnails,
            ObservableBooleanValue closed) {
        this.model = model;
        this.closed = closed;
        this.thumbnails = thumbnails;
        setId("generate-build");
        BuildForm form = new BuildForm(model.settings(), backends);
        form.disableProperty().bind(closed);
        setLeft(form);
        running.getStyleClass().add("generate-bar");
        previews.setId("build-previews");
        previews.getStyleClass().add("previews");
        model.run().previews().addListener((ListChangeListener<Path>) _ -> showPreviews());
        model.planProperty().subscribe(_ -> show());
        closed.subscribe(this::show);
        model.run().jobProperty().subscribe(this::follow);
        setCenter(new BorderPane(content, buttons(), null, null, null));
    }

    private Node buttons() {
        Button plan = new Button("Plan", new FontIcon("fth-list"));
        plan.setId("build-plan");
        plan.setAccessibleText("Say what would be drawn, without drawing");
        plan.setOnAction(_ -> model.plan());
        plan.disableProperty().bind(closed);
        Button start = new Button("Build", new FontIcon("fth-play"));
        start.setId("build-start");
        start.getStyleClass().add("accent");
        start.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> closed.get() || model.planProperty().get().isEmpty(),
                                closed,
                                model.planProperty()));
        start.setOnAction(_ -> model.start());
        Label first = new Label("The plan comes first; Build draws it.");
        first.visibleProperty().bind(start.disabledProperty().and(Bindings.not(closed)));
        HBox buttons = new HBox(8, plan, start, first);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return new VBox(withStyle(buttons), running);
    }

    private static HBox withStyle(HBox box) {
        box.getStyleClass().add("generate-bar");
        return box;
    }

    private void follow(Optional<FollowedJob> run) {
        running.getChildren().clear();
        running.setVisible(run.isPresent());
        running.setManaged(run.isPresent());
        run.ifPresent(
                job -> {
                    job.stateProperty().subscribe(_ -> showRun(job));
                    job.messages()
                            .addListener(
                                    (ListChangeListener<String>)
                                            _ -> {
                                                if (content.getBottom() == null) {
                                                    show();
                                                }
                                            });
                });
        show();
    }

    private void showRun(FollowedJob job) {
        Label title = new Label(job.title());
        title.getStyleClass().add("text-bold");
        title.setMinWidth(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("Progress of the build");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.progressProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        job.stateProperty().get() == JobState.DONE
                                                ? 1
                                                : job.isActive()
                                                        ? job.fractionProperty().get()
                                                        : Math.max(0, job.fractionProperty().get()),
                                job.fractionProperty(),
                                job.stateProperty()));
        HBox line = new HBox(10, title, bar);
        line.setAlignment(Pos.CENTER_LEFT);
        if (job.isActive()) {
            Label pace = new Label();
            pace.textProperty().bind(job.paceProperty());
            pace.getStyleClass().add("absent");
            line.getChildren()
                    .addAll(pace, button("Pause", "fth-pause", "build-pause", model.run()::pause));
        } else {
            line.getChildren().add(new Label(job.stateProperty().get().key()));
            if (job.stateProperty().get() != JobState.DONE) {
                line.getChildren()
                        .add(button("Resume", "fth-play", "build-resume", model.run()::resume));
            }
        }
        if (job.stateProperty().get() != JobState.DONE) {
            line.getChildren().add(button("Cancel", "fth-x", "build-cancel", model.run()::cancel));
        }
        running.getChildren().setAll(line);
        if (!job.errorProperty().get().isEmpty()) {
            Label error = new Label(job.errorProperty().get());
            error.setWrapText(true);
            error.getStyleClass().add("failure");
            running.getChildren().add(error);
        }
    }

    private static Button button(String text, String icon, String id, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show() {
        Optional<PlanWords> plan = model.planProperty().get();
        Optional<FollowedJob> run = model.run().jobProperty().get();
        if (run.isPresent()) {
            content.setTop(plan.map(PlanPane::summary).orElse(null));
            ScrollPane pictures = new ScrollPane(previews);
            pictures.setFitToWidth(true);
            content.setCenter(pictures);
            content.setBottom(said(run.get()));
        } else if (plan.isPresent()) {
            content.setTop(null);
            content.setBottom(null);
            content.setCenter(new PlanPane(plan.get()));
        } else {
            content.setTop(null);
            content.setBottom(null);
            content.setCenter(
                    Placeholder.empty(
                            "fth-layers",
                            "A set of pairs",
                            "Each prompt gives a positive and its negatives. The plan says how many pictures, by whom, "
                                    + "for how long, and what leaves this machine; nothing is drawn before you agree.",
                            closed.get()
                                    ? List.of()
                                    : List.of(
                                            new Placeholder.Door(
                                                    "Plan", "fth-list", model::plan))));
        }
    }

    /** What could not be drawn, each with its reason. */
    private static Node said(FollowedJob job) {
        if (job.messages().isEmpty()) {
            return null;
        }
        ListView<String> list = new ListView<>(job.messages());
        list.setId("build-messages");
        list.setAccessibleText("What the build said");
        list.setPrefHeight(130);
        return list;
    }

    private void showPreviews() {
        previews.getChildren()
                .setAll(
                        model.run().previews().stream()
                                .map(file -> (Node) new Preview(file, thumbnails))
                                .toList());
    }
}
