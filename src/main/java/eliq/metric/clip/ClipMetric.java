package eliq.metric.clip;

import eliq.hub.HubException;
import eliq.hub.ModelFolders;
import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricException;
import eliq.metric.MetricFacts;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import java.nio.file.Path;
import java.util.Optional;

/** A metric on a CLIP model. */
final class ClipMetric implements ImageMetric {
    private final ClipKind kind;
    private final ClipModel model;

    private ClipMetric(ClipKind kind, ClipModel model) {
        this.kind = kind;
        this.model = model;
    }

    /**
     * A kind of metric on a model.
     *
     * @param model folder, or name as the hub has it; looked for when the metric is opened
     */
    record Source(ClipKind kind, ModelFolders folders, String model) implements MetricSource {
        @Override
        public MetricFacts facts() {
            return kind.facts();
        }

        @Override
        public Optional<String> missing() {
            try {
                ClipConfig.read(folders.find(model));
                return Optional.empty();
            } catch (HubException | MetricException e) {
                return Optional.of(e.getMessage());
            }
        }

        @Override
        public ImageMetric open() throws MetricException {
            Path folder;
            try {
                folder = folders.find(model);
            } catch (HubException e) {
                throw new MetricException(
                        kind.facts().name()
                                + ": "
                                + e.getMessage()
                                + " Fetch it into the Hugging Face cache, or name another folder as "
                                + kind.facts().name()
                                + "=FOLDER",
                        e);
            }
            return new ClipMetric(kind, ClipModel.open(folder));
        }

        @Override
        public MetricSource at(String place) {
            return new Source(kind, folders, place);
        }
    }

    @Override
    public MetricFacts facts() {
        return kind.facts();
    }

    @Override
    public String parameters() {
        return model.identity();
    }

    @Override
    public MetricScore score(Pixels image, Optional<String> prompt) {
        if (facts().needsPrompt() && prompt.filter(text -> !text.isBlank()).isEmpty()) {
            return new MetricScore.None(
                    facts().title() + " scores an image for a text, and there is none");
        }
        try {
            return MetricScore.of(
                    kind.score(model, image, prompt.orElse("")),
                    "the model's features are no numbers");
        } catch (MetricException e) {
            return new MetricScore.None(e.getMessage());
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
