package eliq.app.benchmark;

import eliq.benchmark.LeakCheck;
import eliq.benchmark.RatedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The splits that a set's authors made, as two sides. */
final class AuthorsSplit {
    private AuthorsSplit() {}

    /** The largest split is the training side, all others are the test side; empty where there are not two. */
    static Optional<LeakCheck> of(List<RatedImage> images) {
        Map<String, List<RatedImage>> splits =
                images.stream()
                        .filter(i -> i.split().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        i -> i.split().orElseThrow(),
                                        TreeMap::new,
                                        Collectors.toList()));
        if (splits.size() < 2) {
            return Optional.empty();
        }
        String training =
                splits.entrySet().stream()
                        .max(Comparator.comparingInt(e -> e.getValue().size()))
                        .orElseThrow()
                        .getKey();
        List<RatedImage> test =
                splits.entrySet().stream()
                        .filter(e -> !e.getKey().equals(training))
                        .flatMap(e -> e.getValue().stream())
                        .toList();
        return Optional.of(LeakCheck.of(splits.get(training), test));
    }
}
