package eliq.app.train;

import java.util.Optional;

/**
 * What trainings run on.
 *
 * @param threads that compute, where there is no accelerator
 * @param memory of the computer, bytes
 * @param accelerator what is used instead of the processor
 */
public record Machine(int threads, long memory, Optional<Accelerator> accelerator) {

    /**
     * @param name such as {@code gpu(0)}
     * @param memory bytes
     */
    public record Accelerator(String name, long memory) {}
}
