package eliq.app.pairs;

import eliq.app.picture.PictureLoader;
import eliq.catalog.Aspect;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The tuple as a row of pictures: the positive, then its negatives by aspect and family. */
final class PictureRow extends ScrollPane {
    private final PairsViewModel model;
    private final PictureLoader<ContentHash> thumbnails;
    private final HBox groups = new HBox(10);
    private final List<PictureTile> tiles = new ArrayList<>();
    private long shown = -1;

    PictureRow(PairsViewModel model, PictureLoader<ContentHash> thumbnails) {
        this.model = model;
        this.thumbnails = thumbnails;
        setId("pairs-row");
        getStyleClass().addAll("edge-to-edge", "picture-row");
        setContent(groups);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(PictureTile.PICTURE + 124);
        model.shown().tupleProperty().subscribe(this::show);
        model.critic().answersProperty().subscribe(_ -> say());
        model.critic().silenceProperty().subscribe(_ -> say());
        model.shown().compare().chosenProperty().subscribe(_ -> mark());
        model.shown().compare().referenceProperty().subscribe(_ -> mark());
        model.shown().compare().subjectsProperty().subscribe(_ -> mark());
    }

    private void show(Optional<Tuple> tuple) {
        if (tuple.map(Tuple::id).filter(id -> id == shown).isEmpty()) {
            shown = tuple.map(Tuple::id).orElse(-1L);
            tiles.clear();
            groups.getChildren().clear();
            tuple.ifPresent(this::build);
            setHvalue(0);
        }
        say();
        mark();
    }

    private void build(Tuple tuple) {
        add(tuple, Optional.empty(), group(new Label("Positive")));
        Map<Aspect, HBox> aspects = new EnumMap<>(Aspect.class);
        for (Negative each : Titles.inOrder(tuple)) {
            HBox group =
                    aspects.computeIfAbsent(
                            each.recipe().aspect(), aspect -> group(letter(aspect), name(aspect)));
            add(tuple, Optional.of(each), group);
        }
    }

    private static Label letter(Aspect aspect) {
        Label letter = new Label(Titles.letter(aspect));
        letter.getStyleClass().addAll("aspect-letter", aspect.key());
        return letter;
    }

    private static Label name(Aspect aspect) {
        String key = aspect.key();
        return new Label(Character.toUpperCase(key.charAt(0)) + key.substring(1));
    }

    private HBox group(Label... title) {
        HBox head = new HBox(2, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row-group");
        HBox box = new HBox(4);
        groups.getChildren().add(new VBox(2, head, box));
        return box;
    }

    private void add(Tuple tuple, Optional<Negative> negative, HBox group) {
        PictureTile tile = new PictureTile(tuple, negative, thumbnails);
        int place = tiles.size();
        tile.setId("pairs-tile-" + place);
        tile.setOnMouseClicked(
                event -> {
                    if (event.isAltDown()) {
                        model.shown().compare().refer(place);
                    } else {
                        model.shown().compare().choose(place);
                    }
                });
        tiles.add(tile);
        group.getChildren().add(tile);
    }

    private void say() {
        model.shown()
                .tupleProperty()
                .get()
                .ifPresent(
                        tuple -> {
                            for (int i = 0; i < tiles.size(); i++) {
                                Optional<Negative> negative = model.shown().negative(i);
                                Verdict decided =
                                        negative.map(Negative::verdict).orElse(tuple.verdict());
                                tiles.get(i)
                                        .say(
                                                model.opinion(i),
                                                negative,
                                                decided,
                                                model.critic().absence());
                            }
                        });
    }

    private void mark() {
        int chosen = model.shown().compare().chosenProperty().get();
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).mark(i == chosen, i == model.shown().compare().referenceProperty().get());
        }
        if (chosen < tiles.size()) {
            reveal(tiles.get(chosen));
        }
    }

    private void reveal(PictureTile tile) {
        Bounds bounds = groups.sceneToLocal(tile.localToScene(tile.getBoundsInLocal()));
        double width = groups.getWidth() - getViewportBounds().getWidth();
        if (width > 0 && bounds != null) {
            double left = getHvalue() * width;
            double right = left + getViewportBounds().getWidth();
            if (bounds.getMinX() < left) {
                setHvalue(bounds.getMinX() / width);
            } else if (bounds.getMaxX() > right) {
                setHvalue((bounds.getMaxX() - getViewportBounds().getWidth()) / width);
            }
        }
    }
}
