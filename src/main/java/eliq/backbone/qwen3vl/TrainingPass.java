package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.tensor.AdamW;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forward and backward over a batch of examples: each is one packed sequence of its image and all its questions. Only on
 * the tensor thread.
 *
 * @param trainVision whether gradients go into the vision tower
 */
record TrainingPass(
        Prompts prompts,
        Qwen3VlNetwork network,
        Qwen3VlNetwork.Adapters adapters,
        boolean trainVision) {

    /** One example's tokens. A question's tail is its suffix and its answer but for the last token. */
    private record Tokens(PackedBatch.Sequence sequence, List<long[]> answers) {}

    /**
     * @return losses [examples][questions]
     */
    List<double[]> run(List<TrainingExample> batch, double scale, AdamW optimizer, NDManager owner)
            throws BackboneException, TensorException {
        List<Tokens> tokens = new ArrayList<>();
        List<PreparedImage> images = new ArrayList<>();
        for (TrainingExample example : batch) {
            tokens.add(tokens(example));
            images.add(example.image());
        }
        try (NDManager scope = owner.newSubManager()) {
            PackedBatch packed = PackedBatch.of(tokens.stream().map(Tokens::sequence).toList());
            Targets targets = targets(batch, tokens, packed, scale);
            NDList vision = network.vision(scope, images, trainVision);
            NDArray states =
                    network.answers(
                            scope, packed, packed.picks(targets.places()), vision, adapters, true);
            NDList losses = network.losses(scope, states, targets.tokens(), targets.coefficients());
            optimizer.accumulate(losses.get(1));
            return perQuestion(tokens, losses.get(0).toFloatArray());
        }
    }

    private Tokens tokens(TrainingExample example) throws BackboneException {
        List<long[]> tails = new ArrayList<>();
        List<long[]> answers = new ArrayList<>();
        if (example.questions().isEmpty()) {
            throw new BackboneException("a training example has no question");
        }
        for (TrainingExample.Question question : example.questions()) {
            long[] suffix = prompts.suffix(question.text());
            long[] answer = prompts.answer(question.target());
            if (answer.length == 0) {
                throw new BackboneException(
                        "the question '" + question.text() + "' has an empty target");
            }
            long[] tail = Arrays.copyOf(suffix, suffix.length + answer.length - 1);
            System.arraycopy(answer, 0, tail, suffix.length, answer.length - 1);
            tails.add(tail);
            answers.add(answer);
        }
        return new Tokens(
                new PackedBatch.Sequence(prompts.prefix(example.image()), tails), answers);
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
        int count =
                tokens.stream().flatMap(t -> t.answers().stream()).mapToInt(a -> a.length).sum();
        Targets targets = new Targets(new ArrayList<>(), new long[count], new float[count]);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int start = at;
            long[] places =
                    new long[tokens.get(i).answers().stream().mapToInt(a -> a.length).sum()];
            for (int q = 0; q < tokens.get(i).answers().size(); q++) {
                long[] answer = tokens.get(i).answers().get(q);
                int tail = tokens.get(i).sequence().tails().get(q).length;
                double weight = batch.get(i).questions().get(q).weight();
                int first = packed.tailStarts()[i][q] + tail - answer.length;
                for (int j = 0; j < answer.length; j++, at++) {
                    places[at - start] = first + j;
                    targets.tokens()[at] = answer[j];
                    targets.coefficients()[at] = (float) (scale * weight / answer.length);
                }
            }
            targets.places().add(places);
        }
        return targets;
    }

    private static List<double[]> perQuestion(List<Tokens> tokens, float[] each) {
        List<double[]> losses = new ArrayList<>();
        int at = 0;
        for (Tokens example : tokens) {
            double[] means = new double[example.answers().size()];
            for (int q = 0; q < means.length; q++) {
                int length = example.answers().get(q).length;
                for (int j = 0; j < length; j++) {
                    means[q] += each[at++] / length;
                }
            }
            losses.add(means);
        }
        return losses;
    }
}
