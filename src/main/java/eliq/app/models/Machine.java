package eliq.app.models;

import eliq.app.words.Amounts;
import eliq.tensor.NativeMemory;
import eliq.tensor.TensorEngine;
import eliq.workbench.ModelDetails;
import java.util.Optional;

/**
 * What models run on.
 *
 * @param threads that calculate
 * @param total memory in bytes
 * @param available bytes of it that can be had now
 */
public record Machine(int threads, long total, long available) {

    /** Room that a model's intermediate results take, on top of its weights. */
    private static final double WORKING_SPACE = 1.25;

    /** This one, now. */
    static Machine now() {
        return new Machine(
                TensorEngine.configuredThreads(), NativeMemory.total(), NativeMemory.available());
    }

    /** In one line. */
    public String words() {
        return Amounts.format(
                "Models run on the CPU with %s; %s of %s memory are free, room for about %s in float32.",
                Amounts.count(threads, "thread"),
                Amounts.bytes(available),
                Amounts.bytes(total),
                Amounts.parameters((long) (available / WORKING_SPACE / 4)) + " parameters");
    }

    /** Whether a model can be loaded as things stand, in a sentence. */
    public Optional<String> verdict(ModelDetails model) {
        return model.weights()
                .map(
                        weights -> {
                            long needed = (long) (weights.inMemory() * WORKING_SPACE);
                            String takes = "Takes about " + Amounts.bytes(needed) + " in float32: ";
                            if (needed <= available) {
                                return takes + "it fits.";
                            }
                            return takes
                                    + (needed <= total
                                            ? "too much now; close other programs."
                                            : "more than this machine has; use a smaller model.");
                        });
    }
}
