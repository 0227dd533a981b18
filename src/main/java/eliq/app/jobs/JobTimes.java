package eliq.app.jobs;

import eliq.catalog.JobState;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a job was worked on, as its own log says: the catalogue knows when it was asked for, which may be long before.
 *
 * @param begun start of the first attempt
 * @param worked in all attempts, to the second; absent where one ended in a crash, whose moment nobody wrote down
 */
public record JobTimes(Optional<Instant> begun, Optional<Duration> worked) {
    private static final Set<String> ENDS =
            Stream.of(JobState.values())
                    .filter(state -> state != JobState.QUEUED && state != JobState.RUNNING)
                    .map(JobState::key)
                    .collect(Collectors.toUnmodifiableSet());

    /** One attempt; without an end while it runs, and where it crashed. */
    private record Attempt(Instant start, Optional<Instant> end) {
        Optional<Duration> length() {
            return end.map(at -> Duration.between(start, at));
        }
    }

    /** @param log its lines, from the first */
    static JobTimes of(List<String> log) {
        Optional<Instant> begun = Optional.empty();
        Optional<Duration> before = Optional.of(Duration.ZERO);
        Optional<Attempt> now = Optional.empty();
        for (String line : log) {
            int space = line.indexOf(' ');
            Optional<Instant> at = space > 0 ? moment(line.substring(0, space)) : Optional.empty();
            String text = line.substring(space + 1);
            if (at.isPresent()
                    && (text.startsWith("started by ") || text.startsWith("resumed by "))) {
                before = sum(before, now);
                now = Optional.of(new Attempt(at.get(), Optional.empty()));
                begun = begun.or(() -> at);
            } else if (at.isPresent() && ENDS.contains(text)) {
                now = now.map(attempt -> new Attempt(attempt.start(), at));
            }
        }
        return new JobTimes(begun, now.isPresent() ? sum(before, now) : Optional.empty());
    }

    private static Optional<Duration> sum(Optional<Duration> before, Optional<Attempt> attempt) {
        return attempt.isEmpty()
                ? before
                : before.flatMap(first -> attempt.get().length().map(first::plus));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }
}
