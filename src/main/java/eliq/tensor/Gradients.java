package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums of the gradients of parameters, over objectives one after another. On one thread at a time: the tensor thread, or one
 * of those beside it.
 */
public final class Gradients implements AutoCloseable {
    private final NDManager manager;
    private final Kernels kernels;
    private final List<NDArray> parameters;
    private final List<NDArray> sums;
    private final Map<NDArray, NDArray> places = new IdentityHashMap<>();
    private boolean pending;

    /**
     * @param parent owner of the sums, which take the parameters' memory once more
     * @param parameters float32, at least one
     */
    public Gradients(NDManager parent, List<NDArray> parameters) throws TensorException {
        this.manager = parent.newSubManager();
        this.kernels = Kernels.load(manager, Gradients.class, "optimizer.torch");
        this.parameters = List.copyOf(parameters);
        this.parameters.forEach(parameter -> parameter.setRequiresGradient(true));
        this.sums =
                this.parameters.stream()
                        .map(array -> manager.zeros(array.getShape(), array.getDataType()))
                        .toList();
        for (int i = 0; i < sums.size(); i++) {
            places.put(this.parameters.get(i), sums.get(i));
        }
    }

    public List<NDArray> parameters() {
        return parameters;
    }

    /** One for each parameter, in their order. */
    List<NDArray> sums() {
        return sums;
    }

    /** The sum for one of the parameters. */
    NDArray sum(NDArray parameter) {
        return places.get(parameter);
    }

    /** Whether something was added since they were cleared. */
    boolean pending() {
        return pending;
    }

    void setPending(boolean pending) {
        this.pending = pending;
    }

    /**
     * Adds the gradient of an objective, which frees the graph behind it.
     *
     * @param objective a scalar in which every parameter takes part
     */
    public void accumulate(NDArray objective) throws TensorException {
        try (NDManager scope = manager.newSubManager()) {
            pending = true;
            kernels.callWithGradient(scope, "accumulate", objective, parameters, sums);
        }
    }

    /**
     * Adds gradients that were found in another way.
     *
     * @param moved some of the parameters
     * @param found a gradient for each
     */
    public void add(List<NDArray> moved, List<NDArray> found) throws TensorException {
        try (NDManager scope = manager.newSubManager()) {
            pending = true;
            kernels.call(scope, "add", moved.stream().map(places::get).toList(), found);
        }
    }

    /** Takes over, and clears, what was added elsewhere for the same parameters under other handles. */
    public void takeFrom(Gradients other) throws TensorException {
        if (other.pending) {
            add(parameters, other.sums);
            other.clear();
        }
    }

    void clear() throws TensorException {
        try (NDManager scope = manager.newSubManager()) {
            kernels.call(scope, "clear", sums);
            pending = false;
        }
    }

    @Override
    public void close() {
        kernels.close();
        manager.close();
    }
}
