package eliq.backbone;

/**
 * Memory that a piece of work takes at its highest, in bytes: an estimate, made before anything is loaded.
 *
 * @param program Java and libtorch
 * @param weights of the model
 * @param moving adapters, gradients and moments
 * @param working intermediate results of a pass
 */
public record MemoryNeeds(long program, long weights, long moving, long working) {

    public long total() {
        return program + weights + moving + working;
    }
}
