package eliq.critic;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.image.ContentHash;
import eliq.pairs.PromptSplit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tuple set, cut by prompt into what a critic learns from and what it is tested on. No image and no prompt of the
 * test side is seen in training: not even as the wrong prompt of another image.
 *
 * @param training images with their samples
 * @param validation likewise, of held-out prompts
 */
record CriticData(List<ImageSamples> training, List<ImageSamples> validation) {

    static CriticData of(Catalog catalog, TrainCriticParameters parameters)
            throws CatalogException, CriticException {
        TupleSet set =
                catalog.tuples()
                        .findSet(parameters.tupleSet())
                        .orElseThrow(
                                () ->
                                        new CriticException(
                                                "there is no tuple set named '"
                                                        + parameters.tupleSet()
                                                        + "'; 'eliq pairs list' shows those there"
                                                        + " are"));
        List<Tuple> tuples = catalog.tuples().forTraining(set.id());
        if (tuples.isEmpty()) {
            throw new CriticException(
                    "the tuple set '"
                            + set.name()
                            + "' is empty; build it with 'eliq pairs build'");
        }
        PromptSplit split = parameters.split();
        CriticSamples samples =
                new CriticSamples(
                        Set.copyOf(parameters.aspects()), Set.copyOf(parameters.families()));
        List<ImageSamples> training =
                withoutHeldOutPrompts(samples.of(side(tuples, split, false)), split);
        Set<ContentHash> seen =
                training.stream().map(ImageSamples::image).collect(Collectors.toSet());
        List<ImageSamples> validation =
                samples.of(side(tuples, split, true)).stream()
                        .filter(image -> !seen.contains(image.image()))
                        .toList();
        if (training.isEmpty()) {
            throw new CriticException(
                    "nothing of the tuple set '"
                            + set.name()
                            + "' is left to train on with these aspects and families");
        }
        return new CriticData(training, validation);
    }

    private static List<Tuple> side(List<Tuple> tuples, PromptSplit split, boolean heldOut) {
        return tuples.stream().filter(t -> split.holdsOut(t.prompt().text()) == heldOut).toList();
    }

    private static List<ImageSamples> withoutHeldOutPrompts(
            List<ImageSamples> images, PromptSplit split) {
        return images.stream()
                .map(
                        image ->
                                new ImageSamples(
                                        image.image(),
                                        image.samples().stream()
                                                .filter(
                                                        s ->
                                                                s.prompt().isEmpty()
                                                                        || !split.holdsOut(
                                                                                s.prompt().get()))
                                                .toList()))
                .filter(image -> !image.samples().isEmpty())
                .toList();
    }

    int trainingSamples() {
        return training.stream().mapToInt(image -> image.samples().size()).sum();
    }
}
