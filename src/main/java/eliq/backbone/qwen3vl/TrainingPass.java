package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.tensor.Gradients;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Forward and backward over a batch of examples: each is one packed sequence of its image and all its questions. Only on
 * the tensor thread.
 *
 * @param trainVision whether gradients go into the vision tower
 * @param trainMergers whether they go into the mergers' linear layers alone
 * @param checkpointed where layers are computed twice to save memory
 */
record TrainingPass(
        Prompts prompts,
        Qwen3VlNetwork network,
        Qwen3VlNetwork.Adapters adapters,
        boolean trainVision,
        boolean trainMergers,
        Optional<CheckpointedPass> checkpointed) {

    /**
     * One example's tokens. A question's tail is its suffix and its answer but for the last token.
     *
     * @param wanted of all questions, then all foretold words
     */
    private record Tokens(PackedBatch.Sequence sequence, List<Wanted> wanted) {

        int asked() {
            return wanted.stream().mapToInt(w -> w.ids().length).sum();
        }
    }

    /**
     * Tokens to be predicted, with one loss.
     *
     * @param tail that they belong to
     * @param before places in the tail of the tokens before them, ascending
     * @param ids of them
     * @param weight of their mean loss
     */
    private record Wanted(int tail, int[] before, long[] ids, double weight) {}

    /**
     * @param dropoutSeed of layers that are computed twice
     * @return losses [examples][questions]
     */
    List<double[]> run(
            List<TrainingExample> batch,
            double scale,
            Gradients gradients,
            NDManager owner,
            long dropoutSeed)
            throws BackboneException {
        List<Tokens> tokens = new ArrayList<>();
        for (TrainingExample example : batch) {
            tokens.add(tokens(example));
        }
        try (NDManager scope = owner.newSubManager()) {
            PackedBatch packed = PackedBatch.of(tokens.stream().map(Tokens::sequence).toList());
            Targets targets = targets(tokens, packed, scale);
            NDList vision = vision(batch, scope);
            boolean sighted = batch.stream().anyMatch(e -> !e.sightings().isEmpty());
            if (checkpointed.isPresent() && !sighted) {
                float[] each =
                        checkpointed
                                .get()
                                .run(
                                        packed,
                                        packed.picks(targets.places()),
                                        vision,
                                        targets.tokens(),
                                        targets.coefficients(),
                                        dropoutSeed,
                                        gradients,
                                        scope);
                return perExample(batch, tokens, each, new float[0]);
            }
            NDArray states =
                    network.answers(
                            scope, packed, packed.picks(targets.places()), vision, adapters, true);
            SightingTargets sightings =
                    SightingTargets.of(
                            batch,
                            tokens.stream()
                                    .mapToInt(t -> t.sequence().prompt().imageTokens())
                                    .toArray(),
                            scale,
                            prompts);
            NDList losses =
                    sightings.isEmpty()
                            ? network.losses(
                                    scope, states, targets.tokens(), targets.coefficients())
                            : network.losses(
                                    scope,
                                    states,
                                    targets.tokens(),
                                    targets.coefficients(),
                                    vision.head(),
                                    sightings);
            gradients.accumulate(losses.get(1));
            float[] seen = losses.size() > 2 ? losses.get(2).toFloatArray() : new float[0];
            return perExample(batch, tokens, losses.get(0).toFloatArray(), seen);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    private NDList vision(List<TrainingExample> batch, NDManager scope)
            throws BackboneException, TensorException {
        List<PreparedImage> images = new ArrayList<>();
        List<ImageStates> states = new ArrayList<>();
        for (TrainingExample example : batch) {
            switch (example.image()) {
                case PreparedImage image -> images.add(image);
                case ImageStates seen -> states.add(seen);
            }
        }
        if (states.isEmpty()) {
            return trainMergers
                    ? network.tower().merged(scope, images)
                    : network.tower().tokens(scope, images, trainVision);
        }
        if (trainVision || !images.isEmpty()) {
            throw new BackboneException(
                    "states of images serve only where all of a batch have them and the vision tower is not trained");
        }
        return network.tower().seen(scope, states, trainMergers);
    }

    private Tokens tokens(TrainingExample example) throws BackboneException {
        List<long[]> tails = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        List<Wanted> foretold = new ArrayList<>();
        if (example.questions().isEmpty()) {
            throw new BackboneException("a training example has no question");
        }
        for (TrainingExample.Question question : example.questions()) {
            long[] suffix = prompts.suffix(question.text());
            Answer answer = answer(question, suffix.length);
            long[] whole =
                    LongStream.concat(LongStream.of(suffix), LongStream.of(answer.ids())).toArray();
            wanted.add(wanted(tails.size(), whole, answer.asked(), question.weight(), question));
            if (question.foretold().isPresent()) {
                TrainingExample.Foretold words = question.foretold().get();
                // The suffix's first token would be predicted from the prefix, which is shared.
                int[] places =
                        IntStream.of(prompts.places(question.text(), words.quote()))
                                .filter(place -> place > 0)
                                .toArray();
                foretold.add(wanted(tails.size(), whole, places, words.weight(), question));
            }
            tails.add(Arrays.copyOf(whole, whole.length - 1));
        }
        wanted.addAll(foretold);
        return new Tokens(new PackedBatch.Sequence(prompts.prefix(example.image()), tails), wanted);
    }

    private static Wanted wanted(
            int tail, long[] whole, int[] places, double weight, TrainingExample.Question question)
            throws BackboneException {
        if (places.length == 0) {
            throw new BackboneException(
                    "the question '" + question.text() + "' has an empty target");
        }
        return new Wanted(
                tail,
                IntStream.of(places).map(place -> place - 1).toArray(),
                IntStream.of(places).mapToLong(place -> whole[place]).toArray(),
                weight);
    }

    /**
     * An answer's tokens.
     *
     * @param asked places of those that are to be predicted, counted from the start of the suffix before it
     */
    private record Answer(long[] ids, int[] asked) {}

    private Answer answer(TrainingExample.Question question, int start) throws BackboneException {
        LongStream.Builder ids = LongStream.builder();
        IntStream.Builder asked = IntStream.builder();
        int at = start;
        for (TrainingExample.Part part : question.answer()) {
            long[] some = prompts.answer(part.text());
            LongStream.of(some).forEach(ids);
            if (part.asked()) {
                IntStream.range(at, at + some.length).forEach(asked);
            }
            at += some.length;
        }
        return new Answer(ids.build().toArray(), asked.build().toArray());
    }

    /**
     * What is to be predicted where.
     *
     * @param places for each example, flat place of the token before each target token
     * @param tokens the target tokens
     * @param coefficients of each one's loss in the objective
     */
    private record Targets(List<long[]> places, long[] tokens, float[] coefficients) {}

    private static Targets targets(List<Tokens> tokens, PackedBatch packed, double scale) {
        int count = tokens.stream().mapToInt(Tokens::asked).sum();
        Targets targets = new Targets(new ArrayList<>(), new long[count], new float[count]);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int start = at;
            long[] places = new long[tokens.get(i).asked()];
            for (Wanted wanted : tokens.get(i).wanted()) {
                int first = packed.tailStarts()[i][wanted.tail()];
                int length = wanted.ids().length;
                for (int j = 0; j < length; j++) {
                    places[at - start] = first + wanted.before()[j];
                    targets.tokens()[at] = wanted.ids()[j];
                    targets.coefficients()[at++] = (float) (scale * wanted.weight() / length);
                }
            }
            targets.places().add(places);
        }
        return targets;
    }

    private static List<double[]> perExample(
            List<TrainingExample> batch, List<Tokens> tokens, float[] each, float[] seen) {
        List<double[]> losses = new ArrayList<>();
        int at = 0;
        int seenAt = 0;
        for (int i = 0; i < tokens.size(); i++) {
            List<Wanted> wanted = tokens.get(i).wanted();
            int sightings = batch.get(i).sightings().size();
            double[] means = new double[wanted.size() + sightings];
            for (int w = 0; w < wanted.size(); w++) {
                int length = wanted.get(w).ids().length;
                for (int j = 0; j < length; j++) {
                    means[w] += each[at++] / length;
                }
            }
            for (int j = 0; j < sightings; j++) {
                means[wanted.size() + j] = seen[seenAt++];
            }
            losses.add(means);
        }
        return losses;
    }
}
