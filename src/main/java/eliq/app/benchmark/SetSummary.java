package eliq.app.benchmark;

import eliq.app.words.Amounts;
import eliq.benchmark.StoredSet;
import java.util.List;
import java.util.Optional;

/**
 * A rated set of the workspace in a line.
 *
 * @param listed images in its index
 * @param found images with a file
 * @param ratings names, the visual and the alignment one if they are known
 */
public record SetSummary(
        String name, String layout, int listed, int found, int prompts, List<String> ratings) {

    static SetSummary of(StoredSet stored) {
        return new SetSummary(
                stored.set().name(),
                stored.set().layout().title(),
                stored.set().images().size(),
                stored.files().size(),
                stored.set().prompts(),
                List.of(stored.set().visual(), stored.set().alignment()).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** What it holds, in words. */
    String facts() {
        return Amounts.count(listed, "image")
                + (prompts > 0 ? " of " + Amounts.count(prompts, "prompt") : "")
                + ", "
                + (found == 0 ? "no files" : Amounts.count(found, "file"))
                + ", rated for "
                + (ratings.isEmpty() ? "nothing known" : String.join(" and ", ratings));
    }
}
