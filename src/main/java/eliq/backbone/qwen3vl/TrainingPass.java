package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.tensor.AdamW;
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
 * @param checkpointed where layers are computed twice to save memory
 */
record TrainingPass(
        Prompts prompts,
        Qwen3VlNetwork network,
        Qwen3VlNetwork.Adapters adapters,
        boolean trainVision,
        Optional<CheckpointedPass> checkpointed) {

    /** One example's tokens. A question's tail is its suffix and its answer but for the last token. */
    private record Tokens(PackedBatch.Sequence sequence, List<Answer> answers) {

        int asked() {
            return answers.stream().mapToInt(a -> a.asked().length).sum();
        }
    }

    /**
     * @param ids of the whole answer
     * @param asked places in it of the tokens to be predicted, ascending
     */
    private record Answer(long[] ids, int[] asked) {}

    /**
     * @param dropoutSeed of layers that are computed twice
     * @return losses [examples][questions]
     */
    List<double[]> run(
            List<TrainingExample> batch,
            double scale,
            AdamW optimizer,
            NDManager owner,
            long dropoutSeed)
            throws BackboneException, TensorException {
        List<Tokens> tokens = new ArrayList<>();
        for (TrainingExample example : batch) {
            tokens.add(tokens(example));
        }
        try (NDManager scope = owner.newSubManager()) {
            PackedBatch packed = PackedBatch.of(tokens.stream().map(Tokens::sequence).toList());
            Targets targets = targets(batch, tokens, packed, scale);
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
                                        optimizer,
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
            optimizer.accumulate(losses.get(1));
            float[] seen = losses.size() > 2 ? losses.get(2).toFloatArray() : new float[0];
            return perExample(batch, tokens, losses.get(0).toFloatArray(), seen);
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
            return network.vision(scope, images, trainVision);
        }
        if (trainVision || !images.isEmpty()) {
            throw new BackboneException(
                    "states of images serve only where all of a batch have them and the vision tower is not trained");
        }
        return network.seen(scope, states);
    }

    private Tokens tokens(TrainingExample example) throws BackboneException {
        List<long[]> tails = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        if (example.questions().isEmpty()) {
            throw new BackboneException("a training example has no question");
        }
        for (TrainingExample.Question question : example.questions()) {
            long[] suffix = prompts.suffix(question.text());
            Answer answer = answer(question);
            int read = answer.ids().length - 1;
            long[] tail = Arrays.copyOf(suffix, suffix.length + read);
            System.arraycopy(answer.ids(), 0, tail, suffix.length, read);
            tails.add(tail);
            answers.add(answer);
        }
        return new Tokens(
                new PackedBatch.Sequence(prompts.prefix(example.image()), tails), answers);
    }

    private Answer answer(TrainingExample.Question question) throws BackboneException {
        LongStream.Builder ids = LongStream.builder();
        IntStream.Builder asked = IntStream.builder();
        int length = 0;
        for (TrainingExample.Part part : question.answer()) {
            for (long id : prompts.answer(part.text())) {
                ids.add(id);
                if (part.asked()) {
                    asked.add(length);
                }
                length++;
            }
        }
        Answer answer = new Answer(ids.build().toArray(), asked.build().toArray());
        if (answer.asked().length == 0) {
            throw new BackboneException(
                    "the question '" + question.text() + "' has an empty target");
        }
        return answer;
    }

    /**
     * What is to be predicted where.
     *
     * @param places for each example, flat place of the token before each target token
     * @param tokens the target tokens
     * @param coefficients of each one's loss in the objective
     */
    private record Targets(List<long[]> places, long[] tokens, float[] coefficients) {}

    private static Targets targets(
            List<TrainingExample> batch, List<Tokens> tokens, PackedBatch packed, double scale) {
        int count = tokens.stream().mapToInt(Tokens::asked).sum();
        Targets targets = new Targets(new ArrayList<>(), new long[count], new float[count]);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int start = at;
            long[] places = new long[tokens.get(i).asked()];
            for (int q = 0; q < tokens.get(i).answers().size(); q++) {
                Answer answer = tokens.get(i).answers().get(q);
                int tail = tokens.get(i).sequence().tails().get(q).length;
                double weight = batch.get(i).questions().get(q).weight();
                int first = packed.tailStarts()[i][q] + tail - answer.ids().length;
                for (int j : answer.asked()) {
                    places[at - start] = first + j;
                    targets.tokens()[at] = answer.ids()[j];
                    targets.coefficients()[at++] = (float) (scale * weight / answer.asked().length);
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
            List<Answer> answers = tokens.get(i).answers();
            int sightings = batch.get(i).sightings().size();
            double[] means = new double[answers.size() + sightings];
            for (int q = 0; q < answers.size(); q++) {
                int length = answers.get(q).asked().length;
                for (int j = 0; j < length; j++) {
                    means[q] += each[at++] / length;
                }
            }
            for (int j = 0; j < sightings; j++) {
                means[answers.size() + j] = seen[seenAt++];
            }
            losses.add(means);
        }
        return losses;
    }
}
