package eliq.scorer;

import eliq.critic.BackboneLoader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one scorer that is open, for all who ask images or pairs of it: a backbone fills the memory, so there is never a second. Used
 * by one thread at a time: another folder closes what was given out before.
 */
public final class OpenedScorer implements AutoCloseable {
    private final BackboneLoader loader;
    private Optional<Opened> opened = Optional.empty();

    private record Opened(Path folder, ImageScorer scorer) {}

    public OpenedScorer(BackboneLoader loader) {
        this.loader = loader;
    }

    /**
     * The scorer in this folder, opened unless it is the one that is open; good until the next call with another folder.
     *
     * @throws ScorerException if it cannot be opened; none is open then
     */
    public synchronized ImageScorer in(Path folder) throws ScorerException {
        if (opened.filter(o -> o.folder().equals(folder)).isEmpty()) {
            // The one before makes room first: two backbones may not fit.
            close();
            opened =
                    Optional.of(
                            new Opened(folder, ImageScorer.open(folder, Optional.empty(), loader)));
        }
        return opened.get().scorer();
    }

    /** Closes what is open; it is opened again when somebody asks. */
    @Override
    public synchronized void close() {
        opened.ifPresent(o -> o.scorer().close());
        opened = Optional.empty();
    }
}
