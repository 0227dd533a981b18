package eliq.app.train;

import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What was answered worst when the run was last tested: picture, aspect, and what was right. */
final class WrongStrip extends StackPane {
    private static final double PICTURE = 84;

    private final PictureLoader<Path> thumbnails;
    private final HBox strip = new HBox(8);
    private final Label nothing = new Label();
    private Optional<List<WrongAnswer>> shown = Optional.empty();

    WrongStrip(RunsModel model, PictureLoader<Path> thumbnails) {
        this.thumbnails = thumbnails;
        setId("train-wrong");
        strip.getStyleClass().add("train-strip");
        ScrollPane scroll = new ScrollPane(strip);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        nothing.getStyleClass().add("absent");
        nothing.setWrapText(true);
        getChildren().addAll(scroll, nothing);
        model.shownProperty().subscribe(this::show);
    }

    private void show(Optional<RunsModel.Shown> now) {
        nothing.setText(
                now.isPresent() && now.get().run().stage() == Stage.SCORER
                        ? "A scorer's training does not tell single pictures; see the pairs it gets wrong in Pairs."
                        : "Nothing yet: appears when the critic is tested on held-out prompts.");
        List<WrongAnswer> wrong = now.map(RunsModel.Shown::wrong).orElse(List.of());
        nothing.setVisible(wrong.isEmpty());
        if (!shown.equals(Optional.of(wrong))) {
            shown = Optional.of(wrong);
            strip.getChildren().setAll(wrong.stream().map(this::tile).toList());
        }
    }

    private Node tile(WrongAnswer wrong) {
        ImageView view = new ImageView();
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        view.setPreserveRatio(true);
        Region skeleton = new Region();
        skeleton.getStyleClass().add("skeleton");
        StackPane picture = new StackPane(skeleton, view);
        picture.setMinSize(PICTURE, PICTURE);
        picture.setMaxSize(PICTURE, PICTURE);
        wrong.picture()
                .ifPresent(
                        path ->
                                thumbnails
                                        .cached(path)
                                        .ifPresentOrElse(
                                                view::setImage,
                                                () ->
                                                        thumbnails.load(
                                                                path,
                                                                loaded ->
                                                                        loaded.ifPresent(
                                                                                view::setImage))));
        view.imageProperty().subscribe(image -> skeleton.setVisible(image == null));
        Label letter = new Label(wrong.letter());
        letter.getStyleClass()
                .addAll("aspect-letter", wrong.mistake().aspect().name().toLowerCase(Locale.ROOT));
        Label caption = new Label(wrong.caption(), letter);
        caption.getStyleClass().add("tile-name");
        VBox tile = new VBox(3, picture, caption);
        tile.setAlignment(Pos.TOP_CENTER);
        tile.getStyleClass().add("tile");
        tile.setFocusTraversable(true);
        tile.setAccessibleText(wrong.text());
        Tooltip.install(tile, new Tooltip(wrong.text()));
        return tile;
    }
}
