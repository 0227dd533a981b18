package eliq.metric;

import eliq.image.Pixels;
import java.util.Optional;

/**
 * A metric ready to score. May be used from several threads at a time; an image's score does not depend on what else is
 * scored. To be closed by whoever opened it, once nothing is being scored.
 */
public interface ImageMetric extends AutoCloseable {

    MetricFacts facts();

    /**
     * What, beside the program's version, makes the numbers what they are: the parameter file's name and the first 12
     * digits of its SHA-256, for a run's record; {@code built in} where there is none.
     */
    String parameters();

    /**
     * Scores an image. Never fails: what cannot be scored (too small, without the text it needs, without content) has a
     * reason instead.
     *
     * @param prompt the text; ignored by metrics that need none
     */
    MetricScore score(Pixels image, Optional<String> prompt);

    /** Gives native memory back. */
    @Override
    void close();
}
