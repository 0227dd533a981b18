package eliq.app.pairs;

import eliq.app.picture.PictureLoader;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A picture of the tuple in its row: what it is, the picture, what the critic says in short. */
final class PictureTile extends VBox {
    static final double PICTURE = 92;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass REFERENCE = PseudoClass.getPseudoClass("reference");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");

    private final Label number = new Label();
    private final Label verdict = new Label();
    private final Tooltip tip = new Tooltip();
    private final String name;

    PictureTile(Tuple tuple, Optional<Negative> negative, PictureLoader<ContentHash> thumbnails) {
        getStyleClass().addAll("tile", "picture-tile");
        setMinWidth(PICTURE + 16);
        // What made it is read whole where that is possible.
        setMaxWidth(PICTURE + 56);
        ImageView view = new ImageView();
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        view.setPreserveRatio(true);
        ContentHash hash = negative.map(n -> Titles.image(tuple, n)).orElse(tuple.positive());
        Optional<Image> known = thumbnails.cached(hash);
        view.setImage(known.orElse(null));
        if (known.isEmpty()) {
            thumbnails.load(hash, loaded -> loaded.ifPresent(view::setImage));
        }
        StackPane picture = new StackPane(view);
        picture.setMinSize(PICTURE, PICTURE);
        picture.setMaxSize(PICTURE, PICTURE);
        picture.getStyleClass().add("skeleton");
        negative.filter(n -> n.content() instanceof NegativeContent.WrongPrompt)
                .ifPresent(
                        n -> {
                            picture.getStyleClass().add("under-words");
                            Label words =
                                    new Label(((NegativeContent.WrongPrompt) n.content()).text());
                            words.setWrapText(true);
                            words.getStyleClass().add("wrong-prompt");
                            words.setMaxSize(PICTURE, PICTURE);
                            picture.getChildren().add(words);
                        });
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(4, number, gap(), verdict);
        foot.setAlignment(Pos.CENTER_LEFT);
        Label made = new Label(negative.map(Titles::operation).orElse(tuple.generator()));
        made.getStyleClass().addAll("tile-made", "absent");
        made.setMinWidth(0);
        Label kind = new Label(negative.map(n -> family(n.recipe().family())).orElse("positive"));
        kind.getStyleClass().add("tile-name");
        kind.setMinWidth(0);
        getChildren().addAll(kind, picture, made, foot);
        name = negative.map(PictureTile::whole).orElse("positive");
        setAccessibleText(name);
        tip.setText(name);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        Tooltip.install(this, tip);
    }

    private static String family(Family family) {
        return switch (family) {
            case CONVENTIONAL -> "conventional";
            case AI_SPECIFIC -> "AI-specific";
        };
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** What the numbers below the picture are. */
    private static String numbers(Opinion opinion, Negative negative) {
        return "probability of “high” "
                + opinion.high(negative.recipe().aspect())
                + ", margin to the positive "
                + opinion.margin();
    }

    private static String whole(Negative negative) {
        return negative.content() instanceof NegativeContent.WrongPrompt(String text)
                ? Titles.title(negative) + "\n“" + text + "”"
                : Titles.title(negative);
    }

    /**
     * What is said of it.
     *
     * @param absence why numbers are missing, where they are
     */
    void say(Opinion opinion, Optional<Negative> negative, Verdict decided, String absence) {
        tip.setText(
                name
                        + "\n"
                        + negative.map(n -> numbers(opinion, n))
                                .orElse("visual " + opinion.visual())
                        + (opinion.score().isPresent() ? "" : ": " + absence));
        number.setText(
                negative.map(n -> opinion.high(n.recipe().aspect()) + "  " + opinion.margin())
                        .orElse(opinion.score().isPresent() ? "visual " + opinion.visual() : "–"));
        number.getStyleClass().setAll("label", "tile-name", opinion.wrong() ? "failure" : "absent");
        verdict.setGraphic(OpinionStrip.verdictMark(decided).map(Label::getGraphic).orElse(null));
        verdict.getStyleClass()
                .setAll("label", "verdict", decided == Verdict.ACCEPTED ? "accepted" : "rejected");
        pseudoClassStateChanged(WRONG, opinion.wrong());
        pseudoClassStateChanged(OUT, decided == Verdict.REJECTED);
    }

    void mark(boolean chosen, boolean reference) {
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(REFERENCE, reference);
    }
}
