package eliq.app.models;

import eliq.app.words.Amounts;
import eliq.tensor.NativeMemory;
import eliq.tensor.TensorEngine;
import eliq.workbench.ModelDetails;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What models run on.
 *
 * @param threads that calculate
 * @param total memory in bytes
 * @param available bytes of it that can be had now
 * @param accelerator memory in bytes of the GPU that is used instead of the processor; empty where there is none, or it
 *     was not looked for yet
 */
public record Machine(int threads, long total, long available, OptionalLong accelerator) {

    /** Room that a model's intermediate results take, on top of its weights. */
    private static final double WORKING_SPACE = 1.25;

    /**
     * This one, now.
     *
     * @param accelerator as far as it is known: finding out starts libtorch
     */
    static Machine now(OptionalLong accelerator) {
        return new Machine(
                TensorEngine.configuredThreads(),
                NativeMemory.total(),
                NativeMemory.available(),
                accelerator);
    }

    /** What models need is held here. */
    private long room() {
        return accelerator.orElse(available);
    }

    /** In one line. */
    public String words() {
        String where =
                accelerator.isPresent()
                        ? "a GPU with " + Amounts.bytes(accelerator.getAsLong())
                        : "the CPU with " + Amounts.count(threads, "thread");
        return Amounts.format(
                "Models run on %s; %s of %s memory are free, room for about %s in float32.",
                where,
                Amounts.bytes(available),
                Amounts.bytes(total),
                Amounts.parameters((long) (room() / WORKING_SPACE / 4)) + " parameters");
    }

    /** Whether a model can be loaded as things stand, in a sentence. */
    public Optional<String> verdict(ModelDetails model) {
        return model.weights()
                .map(
                        weights -> {
                            long needed = (long) (weights.inMemory() * WORKING_SPACE);
                            String takes = "Takes about " + Amounts.bytes(needed) + " in float32: ";
                            if (needed <= room()) {
                                return takes + "it fits.";
                            }
                            return takes
                                    + (needed <= total && accelerator.isEmpty()
                                            ? "too much now; close other programs."
                                            : "more than this machine has; use a smaller model.");
                        });
    }
}
