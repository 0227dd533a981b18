package eliq.pairs;

import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.image.Pixels;
import eliq.pairs.MadeTuple.Content;
import eliq.pairs.MadeTuple.MadeNegative;
import eliq.pairs.PlannedNegative.Way;
import eliq.pairs.degrade.Degradation;
import java.util.ArrayList;
import java.util.List;

/** Makes the negatives of a positive as they were planned. May be used by several threads. */
public final class TupleMaker {
    private final TuplePlanner planner;

    public TupleMaker(TuplePlanner planner) {
        this.planner = planner;
    }

    TuplePlanner planner() {
        return planner;
    }

    /** Draws the positive and makes its negatives. */
    public MadeTuple make(String prompt, int number, TupleArtists artists)
            throws GenerateException {
        return make(prompt, number, artists, Studio.of(artists));
    }

    MadeTuple make(String prompt, int number, TupleArtists artists, Studio studio)
            throws GenerateException {
        GenerationRequest request = planner.positive(prompt, number);
        Pixels positive = studio.draw(artists.own().orElseThrow().name(), request);
        return make(prompt, positive, request.seed(), artists, studio);
    }

    /**
     * Makes the negatives of an image that is there already.
     *
     * @param seed the positive's own: the one it was drawn with, or any number that stays the same for this image
     */
    public MadeTuple make(String prompt, Pixels positive, long seed, TupleArtists artists)
            throws GenerateException {
        return make(prompt, positive, seed, artists, Studio.of(artists));
    }

    MadeTuple make(String prompt, Pixels positive, long seed, TupleArtists artists, Studio studio)
            throws GenerateException {
        List<MadeNegative> made = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (PlannedNegative planned : planner.negatives(prompt, seed, artists)) {
            switch (planned.way()) {
                case Way.Impossible(String why) -> missing.add(why);
                case Way.Distort(Degradation degradation) ->
                        made.add(degraded(planned, degradation, positive));
                case Way.EditHere here ->
                        made.add(
                                degraded(
                                        planned,
                                        Degradation.aesthetic(
                                                positive, planned.strength(), planned.seed()),
                                        positive));
                case Way.EditBy edit ->
                        made.add(
                                negative(
                                        planned,
                                        new Making.Edited(
                                                edit.editor(), edit.instruction(), edit.seed()),
                                        new Content.Image(
                                                studio.edit(
                                                        edit.editor(),
                                                        new EditRequest(
                                                                positive,
                                                                edit.instruction(),
                                                                edit.seed())))));
                case Way.Draw draw ->
                        made.add(
                                negative(
                                        planned,
                                        new Making.Drawn(draw.artist(), draw.request()),
                                        new Content.Image(
                                                studio.draw(draw.artist(), draw.request()))));
                case Way.WrongPrompt wrong ->
                        made.add(
                                negative(
                                        planned,
                                        new Making.WrongPrompt(wrong.text(), wrong.distance()),
                                        new Content.WrongPrompt(wrong.text())));
            }
        }
        return new MadeTuple(prompt, positive, made, missing);
    }

    private static MadeNegative degraded(
            PlannedNegative planned, Degradation degradation, Pixels positive) {
        return negative(
                planned,
                new Making.Degraded(degradation),
                new Content.Image(degradation.apply(positive)));
    }

    private static MadeNegative negative(PlannedNegative planned, Making making, Content content) {
        return new MadeNegative(
                planned.kind(),
                Recipes.write(planned.kind(), making, planned.strength(), planned.seed()),
                content);
    }
}
