package eliq.pairs;

import eliq.image.ContentHash;
import eliq.pairs.PlannedNegative.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture that a generator or an editor has to make for a tuple.
 *
 * @param artist its name
 * @param purpose {@value #POSITIVE}, or the key of the negative's kind
 * @param identity of the drawing
 * @param way {@link Way.Draw} or {@link Way.EditBy}
 */
record PlannedDrawing(String artist, String purpose, ContentHash identity, Way way) {
    static final String POSITIVE = "positive";

    /**
     * All that are needed for a tuple, the positive first where it is drawn.
     *
     * @param seed the positive's
     * @param source the identity of the positive's drawing; its content hash where it is the user's
     */
    static List<PlannedDrawing> of(
            PlannedTuple tuple, TuplePlanner planner, long seed, ContentHash source) {
        List<PlannedDrawing> drawings = new ArrayList<>();
        if (tuple.positive() instanceof PlannedTuple.Positive.Drawn drawn) {
            String own = tuple.artists().own().orElseThrow().name();
            drawings.add(
                    new PlannedDrawing(own, POSITIVE, source, new Way.Draw(own, drawn.request())));
        }
        for (PlannedNegative negative : planner.negatives(tuple.prompt(), seed, tuple.artists())) {
            String purpose = negative.kind().key();
            switch (negative.way()) {
                case Way.Draw draw ->
                        drawings.add(
                                new PlannedDrawing(
                                        draw.artist(),
                                        purpose,
                                        DrawingShelf.identity(draw.artist(), draw.request()),
                                        draw));
                case Way.EditBy edit ->
                        drawings.add(
                                new PlannedDrawing(
                                        edit.editor(),
                                        purpose,
                                        DrawingShelf.identity(
                                                edit.editor(),
                                                edit.instruction(),
                                                edit.seed(),
                                                source),
                                        edit));
                case Way.Distort distort -> {}
                case Way.EditHere here -> {}
                case Way.WrongPrompt wrong -> {}
                case Way.Impossible impossible -> {}
            }
        }
        return drawings;
    }
}
