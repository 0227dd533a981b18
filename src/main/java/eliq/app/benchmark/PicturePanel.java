package eliq.app.benchmark;

import eliq.app.picture.PictureLoader;
import eliq.benchmark.Residual;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The image of a chosen point with what people and the method said of it, and the images that were picked. */
final class PicturePanel extends HBox {
    /** Of the picture at the least; a high window has room for more above the words. */
    private static final double HEIGHT = 190;

    private static final double ROOM_FOR_WORDS = 230;

    private final PictureLoader<Path> pictures;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label prompt = new Label();
    private final Label numbers = new Label();
    private final Label hint =
            new Label("Click a point to see its image, or draw a lasso around several.");
    private final VBox details;
    private PictureLoader.Request request = new PictureLoader.Request();

    PicturePanel(
            ResultViewModel model, PictureLoader<Path> thumbnails, PictureLoader<Path> pictures) {
        this.pictures = pictures;
        setId("benchmark-pictures");
        getStyleClass().add("picture-panel");
        picture.setId("benchmark-image-picture");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.fitHeightProperty()
                .bind(Bindings.max(HEIGHT, heightProperty().subtract(ROOM_FOR_WORDS)));
        name.getStyleClass().add("text-bold");
        name.setId("benchmark-image-name");
        for (Label label : new Label[] {name, prompt, numbers, hint}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        prompt.getStyleClass().add("absent");
        hint.getStyleClass().add("absent");
        StackPane frame = new StackPane(picture);
        frame.setAlignment(Pos.CENTER_LEFT);
        details = new VBox(8, frame, name, numbers, prompt);
        ScrollPane scroll = new ScrollPane(new StackPane(hint, details));
        StackPane.setAlignment(hint, Pos.TOP_LEFT);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinWidth(252);
        scroll.setPrefWidth(262);
        scroll.viewportBoundsProperty()
                .subscribe(bounds -> picture.setFitWidth(Math.max(1, bounds.getWidth())));
        HBox.setHgrow(scroll, Priority.ALWAYS);

        Label title = new Label();
        title.getStyleClass().add("text-bold");
        title.textProperty().bind(model.pickedTitleProperty());
        Hyperlink worst = new Hyperlink("Show worst");
        worst.setId("benchmark-worst");
        worst.setOnAction(_ -> model.pickWorst());
        worst.visibleProperty()
                .bind(model.pickedTitleProperty().isNotEqualTo("Worst disagreements"));
        worst.managedProperty().bind(worst.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, worst);
        head.setAlignment(Pos.CENTER_LEFT);
        ListView<Residual> list = new ListView<>(model.picked());
        list.setId("benchmark-picked");
        list.setAccessibleText("Picked images");
        list.setFixedCellSize(60);
        list.setCellFactory(_ -> new PickedCell(thumbnails));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                model.select(Optional.of(chosen));
                            }
                        });
        model.selectedProperty().subscribe(_ -> mark(list, model));
        // After the list took the others in.
        model.picked().subscribe(() -> Platform.runLater(() -> mark(list, model)));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox picked = new VBox(6, head, list);
        picked.setMinWidth(240);
        picked.setPrefWidth(290);
        picked.setMaxWidth(290);
        getChildren().addAll(scroll, picked);
        model.selectedProperty().subscribe(this::show);
    }

    /** The image in the picture is marked where it is one of those listed. */
    private static void mark(ListView<Residual> list, ResultViewModel model) {
        model.selectedProperty()
                .get()
                .filter(model.picked()::contains)
                .ifPresentOrElse(
                        list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
    }

    private void show(Optional<Residual> chosen) {
        request.cancel();
        picture.setImage(null);
        details.setVisible(chosen.isPresent());
        hint.setVisible(chosen.isEmpty());
        chosen.ifPresent(
                residual -> {
                    name.setText(residual.image().name());
                    prompt.setText(residual.image().prompt().orElse("No prompt is known."));
                    numbers.setText(new ResidualWords(residual).numbers());
                    if (residual.image().file().isEmpty()) {
                        prompt.setText(prompt.getText() + "\nIts file is not known.");
                    }
                    residual.image()
                            .file()
                            .ifPresent(
                                    file ->
                                            request =
                                                    pictures.load(
                                                            file,
                                                            loaded ->
                                                                    loaded.ifPresent(
                                                                            picture::setImage)));
                });
    }

    private static final class PickedCell extends ListCell<Residual> {
        private final PictureLoader<Path> thumbnails;
        private final ImageView view = new ImageView();
        private final Label name = new Label();
        private final Label facts = new Label();
        private final Label difference = new Label();
        private final HBox box;
        private PictureLoader.Request request = new PictureLoader.Request();

        PickedCell(PictureLoader<Path> thumbnails) {
            this.thumbnails = thumbnails;
            view.setPreserveRatio(true);
            view.setFitWidth(48);
            view.setFitHeight(48);
            StackPane frame = new StackPane(view);
            frame.getStyleClass().add("skeleton");
            frame.setMinSize(48, 48);
            frame.setMaxSize(48, 48);
            facts.getStyleClass().addAll("absent", "small");
            difference.getStyleClass().add("text-bold");
            difference.setMinWidth(USE_PREF_SIZE);
            difference.setTooltip(new Tooltip("Rating less what the curve makes of the score"));
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            VBox words = new VBox(2, new HBox(6, name, difference), facts);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            box = new HBox(10, frame, words);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Residual residual, boolean empty) {
            super.updateItem(residual, empty);
            request.cancel();
            view.setImage(null);
            if (empty || residual == null) {
                setGraphic(null);
                return;
            }
            name.setText(residual.image().name());
            ResidualWords words = new ResidualWords(residual);
            difference.setText(words.difference());
            facts.setText(words.facts());
            setGraphic(box);
            residual.image().file().ifPresent(this::load);
        }

        private void load(Path file) {
            thumbnails
                    .cached(file)
                    .ifPresentOrElse(
                            view::setImage,
                            () ->
                                    request =
                                            thumbnails.load(
                                                    file,
                                                    found -> found.ifPresent(view::setImage)));
        }
    }
}
