package eliq.critic;

import eliq.backbone.TrainingExample;
import java.util.List;

/** Samples as a training wants them: an image with all its questions, each answered by one token. */
public final class CriticExamples implements ExampleSource {
    private final List<ImageSamples> images;
    private final Instructions instructions;
    private final ImageSource pixels;
    private final LabelWeights weights;

    /**
     * @param balanced whether both labels of an aspect weigh the same in all
     */
    public CriticExamples(
            List<ImageSamples> images,
            Instructions instructions,
            ImageSource pixels,
            boolean balanced) {
        this.images = List.copyOf(images);
        this.instructions = instructions;
        this.pixels = pixels;
        this.weights = balanced ? LabelWeights.balancing(images) : LabelWeights.equal();
    }

    @Override
    public int size() {
        return images.size();
    }

    /** A tuple's images belong together. */
    @Override
    public int group(int index) {
        return images.get(index).samples().stream()
                .map(CriticSample::pair)
                .filter(pair -> !pair.isEmpty())
                .findFirst()
                .map(String::hashCode)
                .orElse(-1 - index);
    }

    @Override
    public TrainingExample example(int index, int epoch) throws CriticException {
        ImageSamples image = images.get(index);
        return new TrainingExample(
                pixels.prepared(image.image()),
                image.samples().stream().map(this::question).toList());
    }

    private TrainingExample.Question question(CriticSample sample) {
        return new TrainingExample.Question(
                instructions.text(sample.aspect(), sample.prompt()).orElseThrow(),
                sample.label().token(),
                weights.of(sample.aspect(), sample.label()));
    }
}
