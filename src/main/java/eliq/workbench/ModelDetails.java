package eliq.workbench;

import eliq.hub.InstalledModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model on this machine with what its own files and the catalogue say about it.
 *
 * @param weights of its safetensors files; absent where it has none that can be read
 * @param made how it came to be, where this program trained it
 * @param bonds what it needs to be used
 * @param limits what it was taught, in a sentence or two; of scorers only
 */
public record ModelDetails(
        InstalledModel model,
        Optional<Weights> weights,
        Optional<Making> made,
        List<Bond> bonds,
        Optional<String> limits) {

    public ModelDetails {
        bonds = List.copyOf(bonds);
    }

    /**
     * The numbers that a model consists of.
     *
     * @param type that most of them have on disk, such as {@code bfloat16}
     * @param values how many there are
     */
    public record Weights(String type, long values) {

        /** Bytes that they take in memory as float32, the precision that the CPU calculates in. */
        public long inMemory() {
            return 4 * values;
        }
    }

    /**
     * Its training.
     *
     * @param run in the catalogue; absent where it was made elsewhere
     * @param words what was done, in a few words
     * @param when it ended; absent where its card does not say
     */
    public record Making(OptionalLong run, String words, Optional<Instant> when) {}

    /**
     * Another model that this one cannot be used without.
     *
     * @param needs what it is, in a few words
     * @param broken why it cannot be had, and what to do; absent where it is there
     */
    public record Bond(String needs, Optional<String> broken) {}

    /** Why it cannot be used as it is: what is missing of it, or of what it needs. */
    public Optional<String> problem() {
        return model.problem()
                .or(() -> bonds.stream().flatMap(b -> b.broken().stream()).findFirst());
    }
}
