package eliq.pairs;

import eliq.catalog.Drawing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long an artist takes for a picture, from its last drawings. Where several were made one after the other it is the
 * time from one to the next, which counts work side by side, queues and storing as they are; else the time that each
 * took by itself. Drawings of another size count in proportion to their pixels where there are none of this one.
 */
final class ArtistRate {
    private static final int ENOUGH_FOR_GAPS = 10;

    /** Longest gaps that are taken for pauses between builds. */
    private static final double PAUSES = 0.1;

    private ArtistRate() {}

    /**
     * @param drawings newest first
     * @param pixels of the picture wanted
     * @return empty without drawings
     */
    static Optional<Duration> of(List<Drawing> drawings, long pixels) {
        List<Drawing> same = drawings.stream().filter(d -> d.pixels() == pixels).toList();
        List<Drawing> used = same.isEmpty() ? drawings : same;
        if (used.isEmpty()) {
            return Optional.empty();
        }
        double nanos =
                used.size() >= ENOUGH_FOR_GAPS
                        ? betweenTwo(used)
                        : used.stream().mapToLong(d -> d.took().toNanos()).average().orElseThrow();
        double size = used.stream().mapToLong(Drawing::pixels).average().orElseThrow();
        return Optional.of(Duration.ofNanos(Math.max(1, (long) (nanos * pixels / size))));
    }

    private static double betweenTwo(List<Drawing> drawings) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < drawings.size(); i++) {
            gaps.add(
                    Duration.between(drawings.get(i).drawn(), drawings.get(i - 1).drawn())
                            .toNanos());
        }
        gaps.sort(null);
        int kept = gaps.size() - (int) Math.ceil(PAUSES * gaps.size());
        return gaps.subList(0, kept).stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}
