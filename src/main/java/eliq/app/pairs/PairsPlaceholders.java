package eliq.app.pairs;

import eliq.app.placeholder.Placeholder;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands in the place of the pairs while there are none to be seen. */
final class PairsPlaceholders {
    private final PairsViewModel model;
    private final Runnable build;

    /** @param build leads to where sets are built */
    PairsPlaceholders(PairsViewModel model, Runnable build) {
        this.model = model;
        this.build = build;
    }

    /** For a state; the review itself where there is something to review. */
    Node of(PairsState state, Node review) {
        return switch (state) {
            case PairsState.Showing _ -> review;
            case PairsState.Loading _ -> new Skeleton();
            case PairsState.NoPairs _ -> noPairs();
            case PairsState.NoMatch none -> noMatch(none);
            case PairsState.Failed(String reason) ->
                    Placeholder.failed(
                            "The pairs cannot be read",
                            reason,
                            door("Try again", "fth-refresh-cw", model::refresh));
        };
    }

    private Placeholder noPairs() {
        return Placeholder.empty(
                "fth-layers",
                "No pairs yet",
                "A set of pairs is what critics and scorers learn from: good pictures, each with copies and drawings made "
                        + "worse on purpose. Build one under Generate, or in a terminal with “./eliq pairs build first --count 20”.",
                List.of(
                        door("Build a set", "fth-plus", build),
                        door("Look again", "fth-refresh-cw", model::refresh)));
    }

    private Placeholder noMatch(PairsState.NoMatch none) {
        List<Placeholder.Door> doors = new ArrayList<>();
        String text = "No tuple of this set passes the filter.";
        boolean critic = none.filter().show() == PairFilter.Show.WRONG && none.unjudged() > 0;
        boolean audit = none.filter().show() == PairFilter.Show.AUDIT && !none.audited();
        if (critic) {
            text =
                    "The critic has not judged all of this set: "
                            + none.unjudged()
                            + " tuples are left.";
            doors.add(door("Judge all", "fth-target", model::judgeAll));
        } else if (audit) {
            text = "This set was not audited yet.";
            doors.add(door("Audit", "fth-search", model::audit));
        }
        doors.add(
                door(
                        "Clear the filter",
                        "fth-x",
                        () ->
                                model.filterProperty()
                                        .set(PairFilter.ALL.with(none.filter().order()))));
        return Placeholder.empty(
                "fth-filter", "Nothing for “" + none.filter().words() + "”", text, doors);
    }

    private static Placeholder.Door door(String label, String icon, Runnable action) {
        return new Placeholder.Door(label, icon, action);
    }

    /** The shape of what is coming. */
    private static final class Skeleton extends BorderPane {
        private static final int ROWS = 8;
        private static final double INSPECTOR = 270;

        Skeleton() {
            getStyleClass().add("pairs-skeleton");
            setAccessibleText("Loading pairs");
            VBox left = new VBox(8);
            for (int i = 0; i < ROWS; i++) {
                left.getChildren().add(bone(190, TupleCell.HEIGHT - 12));
            }
            BorderPane pictures = new BorderPane(bone(0, 0));
            Region row = bone(0, PictureTile.PICTURE);
            pictures.setBottom(row);
            BorderPane.setMargin(row, new Insets(16, 0, 0, 0));
            VBox inspector =
                    new VBox(8, bone(INSPECTOR, 60), bone(INSPECTOR, 120), bone(INSPECTOR, 240));
            setLeft(left);
            setCenter(pictures);
            setRight(inspector);
            BorderPane.setMargin(pictures, new Insets(0, 16, 0, 16));
        }

        private static Region bone(double width, double height) {
            Region bone = new Region();
            bone.getStyleClass().add("bone");
            bone.setMinSize(width, height);
            return bone;
        }
    }
}
