package eliq.app.pairs;

import eliq.app.words.Decimals;
import eliq.catalog.Aspect;
import eliq.catalog.Negative;
import eliq.catalog.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What critic, scorer and person say of a picture, in a line or two below it. */
final class OpinionStrip extends VBox {
    private static final double LINE = 20;

    private final HBox first = new HBox(8);
    private final HBox second = new HBox(8);
    private final String absence;

    /** @param absence why numbers are missing, where they are */
    private OpinionStrip(String absence) {
        super(0);
        this.absence = absence;
        getStyleClass().add("opinion-strip");
        // Two lines under every picture: panes whose pictures are of one size then show them at one
        // size.
        getChildren().setAll(first, second);
        for (HBox line : List.of(first, second)) {
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinHeight(LINE);
            line.setMaxHeight(LINE);
        }
        setMinWidth(0);
    }

    /** Under a positive: all three aspects and both scores. */
    static OpinionStrip positive(Opinion opinion, Verdict verdict, String absence) {
        OpinionStrip strip = new OpinionStrip(absence);
        for (Aspect aspect : Aspect.values()) {
            strip.first.getChildren().add(strip.high(aspect, opinion));
        }
        strip.add("visual", opinion.visual());
        strip.add("alignment", opinion.alignment());
        strip.verdict(verdict);
        return strip;
    }

    /** Under a negative: its aspect, the margins to the positive, and the scores. */
    static OpinionStrip negative(Opinion opinion, Negative negative, String absence) {
        OpinionStrip strip = new OpinionStrip(absence);
        Aspect aspect = negative.recipe().aspect();
        strip.first.getChildren().add(strip.high(aspect, opinion));
        strip.margin(
                strip.first,
                "The critic's probability of “high” for the positive, less that for this one",
                opinion.margin(),
                opinion.wrong());
        strip.add("visual", opinion.visual());
        strip.add("alignment", opinion.alignment());
        strip.margin(
                strip.second,
                aspect == Aspect.ALIGNMENT
                        ? "The positive's alignment score, less that of this one"
                        : "The positive's visual score, less that of this one",
                opinion.scorerMargin(),
                opinion.beside().filter(each -> each.scorerWrong()).isPresent());
        strip.verdict(negative.verdict());
        return strip;
    }

    private Node high(Aspect aspect, Opinion opinion) {
        Label letter = new Label(Titles.letter(aspect));
        letter.getStyleClass().addAll("aspect-letter", aspect.key());
        Label value = new Label(opinion.high(aspect));
        value.getStyleClass().add("text-bold");
        HBox box = new HBox(2, letter, value);
        box.setAlignment(Pos.CENTER_LEFT);
        tip(
                value,
                String.format(
                        Locale.ROOT,
                        "The critic's probability of “high” in %s quality",
                        aspect.key()),
                opinion.high(aspect));
        return box;
    }

    private void add(String name, String value) {
        second.getChildren().add(pair(name, "The scorer's " + name + " score", value));
    }

    private void margin(HBox line, String meaning, String value, boolean wrong) {
        HBox pair = pair("margin", meaning, value);
        if (wrong) {
            pair.getChildren().forEach(each -> each.getStyleClass().setAll("label", "failure"));
            if (line == first) {
                Label words = new Label("wrong");
                words.getStyleClass().add("failure");
                pair.getChildren().add(words);
            }
        }
        line.getChildren().add(pair);
    }

    private HBox pair(String name, String meaning, String value) {
        Label title = new Label(name);
        title.getStyleClass().add("absent");
        Label number = new Label(value);
        tip(title, meaning, value);
        tip(number, meaning, value);
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(3, title, number);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void tip(Label label, String meaning, String value) {
        label.setTooltip(
                new Tooltip(value.equals(Decimals.ABSENT) ? meaning + ": " + absence : meaning));
    }

    private void verdict(Verdict verdict) {
        verdictMark(verdict).ifPresent(first.getChildren()::add);
    }

    /** An icon and a word; empty where nobody decided. */
    static Optional<Label> verdictMark(Verdict verdict) {
        if (verdict == Verdict.NONE) {
            return Optional.empty();
        }
        boolean good = verdict == Verdict.ACCEPTED;
        Label mark = new Label(verdict.key(), new FontIcon(good ? "fth-check" : "fth-x"));
        mark.getStyleClass().addAll(List.of("verdict", good ? "accepted" : "rejected"));
        return Optional.of(mark);
    }
}
