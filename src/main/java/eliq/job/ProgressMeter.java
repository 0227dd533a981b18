package eliq.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Turns counts into rates. The rate is that of the last half minute, so that it follows a change of speed. */
final class ProgressMeter {
    private static final long WINDOW = Duration.ofSeconds(30).toNanos();
    private static final long SPACING = Duration.ofMillis(250).toNanos();

    private record Sample(long nanos, long done) {}

    private final LongSupplier clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private String stage = "";
    private long begun;

    /**
     * @param clock nanoseconds from any origin
     */
    ProgressMeter(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized Progress update(String newStage, long done, long total) {
        long now = clock.getAsLong();
        if (samples.isEmpty() || !newStage.equals(stage) || done < samples.getLast().done()) {
            stage = newStage;
            begun = now;
            samples.clear();
        }
        if (samples.isEmpty() || now - samples.getLast().nanos() >= SPACING) {
            samples.addLast(new Sample(now, done));
        }
        while (samples.size() > 2 && now - samples.getFirst().nanos() > WINDOW) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double seconds = (now - first.nanos()) / 1e9;
        double rate = seconds > 0 ? (done - first.done()) / seconds : 0;
        return new Progress(
                stage,
                done,
                total,
                rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty(),
                rate > 0 && total > 0
                        ? Optional.of(
                                Duration.ofMillis((long) (1000 * Math.max(0, total - done) / rate)))
                        : Optional.empty(),
                Duration.ofNanos(now - begun));
    }
}
