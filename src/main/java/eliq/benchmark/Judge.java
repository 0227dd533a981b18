package eliq.benchmark;

import eliq.backbone.PreparedImage;
import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricScore;
import eliq.scorer.ImageScorer;
import eliq.scorer.Judgement;
import eliq.scorer.ScorerException;
import java.util.Optional;

/** Anything that scores pictures: a scorer with its critic, or a metric. */
interface Judge extends AutoCloseable {

    /** What it is. */
    Method method();

    /** Whether it only scores a picture for a text. */
    boolean needsPrompt();

    /** What may be done ahead, on another thread. */
    Ready ready(Pixels picture) throws BenchmarkException;

    /** Judges. */
    Verdict of(Ready picture, Optional<String> prompt) throws BenchmarkException;

    @Override
    void close();

    /** A picture made ready for this judge. */
    sealed interface Ready {
        record Plain(Pixels picture) implements Ready {}

        record Prepared(PreparedImage image) implements Ready {}
    }

    /**
     * @param visual absent where it says nothing of it
     * @param alignment likewise
     * @param visualState what a scorer's head read; empty for metrics
     * @param alignmentState likewise
     * @param reason why there is no score
     */
    record Verdict(
            Optional<Double> visual,
            Optional<Double> alignment,
            float[] visualState,
            float[] alignmentState,
            Optional<String> reason) {}

    /** A trained scorer. */
    record OfScorer(ImageScorer scorer, Method method) implements Judge {
        @Override
        public boolean needsPrompt() {
            return false;
        }

        @Override
        public Ready ready(Pixels picture) throws BenchmarkException {
            try {
                return new Ready.Prepared(scorer.prepare(picture));
            } catch (ScorerException e) {
                throw new BenchmarkException(e.getMessage(), e);
            }
        }

        @Override
        public Verdict of(Ready picture, Optional<String> prompt) throws BenchmarkException {
            try {
                Judgement judgement =
                        switch (picture) {
                            case Ready.Prepared(PreparedImage image) -> scorer.judge(image, prompt);
                            case Ready.Plain(Pixels pixels) ->
                                    scorer.judge(scorer.prepare(pixels), prompt);
                        };
                return new Verdict(
                        Optional.of(judgement.score().visual()),
                        judgement.score().alignment().isPresent()
                                ? Optional.of(judgement.score().alignment().getAsDouble())
                                : Optional.empty(),
                        judgement.visualState(),
                        judgement.alignmentState().orElse(new float[0]),
                        Optional.empty());
            } catch (ScorerException e) {
                throw new BenchmarkException(e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            scorer.close();
        }
    }

    /** A baseline. */
    record OfMetric(ImageMetric metric) implements Judge {
        @Override
        public Method method() {
            return new Method(
                    metric.facts().title(),
                    Method.Origin.MEASURED,
                    metric.facts().lowerIsBetter(),
                    metric.parameters());
        }

        @Override
        public boolean needsPrompt() {
            return metric.facts().needsPrompt();
        }

        @Override
        public Ready ready(Pixels picture) {
            return new Ready.Plain(picture);
        }

        @Override
        public Verdict of(Ready picture, Optional<String> prompt) {
            if (!(picture instanceof Ready.Plain(Pixels pixels))) {
                throw new IllegalArgumentException("a metric takes pixels");
            }
            return switch (metric.score(pixels, prompt)) {
                case MetricScore.Value(double value) ->
                        new Verdict(
                                needsPrompt() ? Optional.empty() : Optional.of(value),
                                needsPrompt() ? Optional.of(value) : Optional.empty(),
                                new float[0],
                                new float[0],
                                Optional.empty());
                case MetricScore.None(String reason) ->
                        new Verdict(
                                Optional.empty(),
                                Optional.empty(),
                                new float[0],
                                new float[0],
                                Optional.of(reason));
            };
        }

        @Override
        public void close() {
            metric.close();
        }
    }
}
