package eliq.benchmark;

import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricFacts;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How rough a picture is, lower is better; counts the pictures it is asked for. */
record CountingMetric(AtomicInteger asked) implements MetricSource, ImageMetric {
    static final String NAME = "roughness";

    CountingMetric() {
        this(new AtomicInteger());
    }

    @Override
    public MetricFacts facts() {
        return new MetricFacts(NAME, NAME, true, false, "a test");
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ImageMetric open() {
        return this;
    }

    @Override
    public MetricSource at(String place) {
        return this;
    }

    @Override
    public String parameters() {
        return "built in";
    }

    @Override
    public MetricScore score(Pixels image, Optional<String> prompt) {
        asked.incrementAndGet();
        double sum = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 1; x < image.width(); x++) {
                sum += Math.abs(image.at(x, y, 1) - image.at(x - 1, y, 1));
            }
        }
        return new MetricScore.Value(sum / image.height() / (image.width() - 1));
    }

    @Override
    public void close() {}
}
