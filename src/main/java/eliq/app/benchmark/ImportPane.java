package eliq.app.benchmark;

import eliq.app.placeholder.Placeholder;
import eliq.benchmark.ImportPreview;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A rated set before it is imported: what was recognised, to be corrected. */
final class ImportPane extends BorderPane {
    private final BenchmarkViewModel model;
    private final ImportViewModel imports;
    private final FileChoice files;
    private final PreviewForm form;
    private final Button start = new Button("Import", new FontIcon("fth-download"));
    private final Placeholder empty;
    private final Node content;

    ImportPane(BenchmarkViewModel model, FileChoice files) {
        this.model = model;
        this.imports = model.imports();
        this.files = files;
        this.form = new PreviewForm(imports);
        setId("benchmark-import");
        empty =
                Placeholder.empty(
                        "fth-upload",
                        "Choose or drop a rated set",
                        "A CSV or XLSX file with a column of image names and mean ratings, with the folder of the images; or the folder "
                                + "of AGIQA-3K, AIGCIQA2023, AIGIQA-20K, KonIQ-10k or SPAQ. Images stay where they are.",
                        List.of(
                                new Placeholder.Door(
                                        "Choose a table …", "fth-file-text", this::chooseTable),
                                new Placeholder.Door(
                                        "Choose a folder …", "fth-folder", this::chooseFolder)));
        content = content();
        setBottom(foot());
        imports.stateProperty().subscribe(this::show);
        imports.nameProperty().subscribe(_ -> showReady());
        model.work().nowProperty().subscribe(_ -> showReady());
    }

    void chooseTable() {
        List<Path> chosen = files.tables("Table of ratings");
        if (!chosen.isEmpty()) {
            imports.choose(chosen);
        }
    }

    private void chooseFolder() {
        files.folder("Folder of a rated set").ifPresent(folder -> imports.choose(List.of(folder)));
    }

    private Node content() {
        TextField name = new TextField();
        name.setId("benchmark-import-name");
        name.setPrefColumnCount(18);
        name.setMaxWidth(260);
        name.setAccessibleText("Name of the set");
        name.textProperty().bindBidirectional(imports.nameProperty());
        Label problem = new Label();
        problem.getStyleClass().add("failure");
        problem.textProperty()
                .bind(imports.nameProperty().map(_ -> imports.nameProblem().orElse("")));
        Label index = path();
        imports.indexProperty().subscribe(now -> index.setText(now.map(Path::toString).orElse("")));
        Label images = path();
        imports.imagesProperty()
                .subscribe(
                        now ->
                                images.setText(
                                        now.map(Path::toString)
                                                .orElse(
                                                        "none: scores of other tools can be held against the ratings all the same")));
        Button other = new Button("Other table …");
        other.setOnAction(_ -> chooseTable());
        Button folder = new Button("Image folder …");
        folder.setId("benchmark-import-images");
        folder.setOnAction(
                _ ->
                        files.folder("Folder of the images")
                                .ifPresent(f -> imports.imagesIn(Optional.of(f))));
        GridPane grid = new GridPane(14, 8);
        grid.addRow(0, bold("Name"), new HBox(10, name, problem));
        grid.addRow(1, bold("Index"), row(index, other));
        grid.addRow(2, bold("Images"), row(images, folder));
        VBox all = new VBox(16, grid, form);
        all.getStyleClass().add("document");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private static Label path() {
        Label label = new Label();
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(620);
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(10, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label bold(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-bold");
        label.setMinWidth(110);
        return label;
    }

    private Node foot() {
        start.setId("benchmark-import-start");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setOnAction(_ -> model.startImport());
        Button back = new Button("Back");
        back.setOnAction(_ -> model.pageProperty().set(BenchmarkViewModel.Page.RESULTS));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(10, gap, back, start);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("page-foot");
        return foot;
    }

    private void show(ImportViewModel.State state) {
        switch (state) {
            case ImportViewModel.State.Nothing _ -> setCenter(empty);
            case ImportViewModel.State.NoIndex(String reason) ->
                    setCenter(
                            Placeholder.failed(
                                    "Nothing to import was found",
                                    reason,
                                    new Placeholder.Door(
                                            "Choose a table …",
                                            "fth-file-text",
                                            this::chooseTable)));
            case ImportViewModel.State.Looking _ -> {
                form.looking();
                setCenter(content);
            }
            case ImportViewModel.State.Looked(ImportPreview preview) -> {
                form.show(preview);
                setCenter(content);
            }
        }
        showReady();
    }

    private void showReady() {
        start.setDisable(!imports.ready() || model.work().nowProperty().get().isPresent());
    }
}
