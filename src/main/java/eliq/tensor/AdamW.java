package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gradient accumulation and AdamW over a set of parameters: decoupled weight decay, bias-corrected moments (Loshchilov
 * and Hutter, "Decoupled Weight Decay Regularization", 2019), global-norm clipping. A few native calls a step, however
 * many parameters there are. Only on the tensor thread.
 */
public final class AdamW implements AutoCloseable {
    private final NDManager manager;
    private final Kernels kernels;
    private final List<Group> groups;
    private final Gradients gradients;
    private long steps;

    /** Parameters that are treated alike, with what is kept for each. */
    private record Group(
            boolean decays,
            List<String> names,
            List<NDArray> parameters,
            List<NDArray> gradients,
            List<NDArray> first,
            List<NDArray> second) {}

    /**
     * @param maximumNorm gradients are scaled down to this global norm; infinite for none
     */
    public record Settings(
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay,
            double maximumNorm) {}

    /**
     * @param parent owner of moments and gradients, which take three times the parameters' memory
     * @param decaying float32 parameters that weight decay applies to, by name
     * @param others float32 parameters that it does not
     */
    public AdamW(NDManager parent, Map<String, NDArray> decaying, Map<String, NDArray> others)
            throws TensorException {
        manager = parent.newSubManager();
        kernels = Kernels.load(manager, AdamW.class, "optimizer.torch");
        groups = new ArrayList<>();
        long values = 0;
        for (Map<String, NDArray> some : List.of(decaying, others)) {
            values += some.values().stream().mapToLong(NDArray::size).sum();
        }
        DeviceMemory.require(3 * values * Float.BYTES, "training: ");
        List<NDArray> all = new ArrayList<>(decaying.values());
        all.addAll(others.values());
        gradients = new Gradients(manager, all);
        group(true, decaying);
        group(false, others);
    }

    private void group(boolean decays, Map<String, NDArray> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        List<NDArray> arrays = List.copyOf(parameters.values());
        groups.add(
                new Group(
                        decays,
                        List.copyOf(parameters.keySet()),
                        arrays,
                        arrays.stream().map(gradients::sum).toList(),
                        zeros(arrays),
                        zeros(arrays)));
    }

    private List<NDArray> zeros(List<NDArray> like) {
        return like.stream()
                .map(array -> manager.zeros(array.getShape(), array.getDataType()))
                .toList();
    }

    /** What is accumulated for the next step. */
    public Gradients gradients() {
        return gradients;
    }

    /**
     * Moves the parameters by the accumulated gradients, then clears these.
     *
     * @return global norm of the gradients before clipping
     */
    public double step(Settings settings) throws TensorException {
        try (NDManager scope = manager.newSubManager()) {
            steps++;
            float maximum = (float) Math.min(settings.maximumNorm(), Float.MAX_VALUE);
            double norm =
                    kernels.call(scope, "clip", gradients.sums(), scope.create(maximum))
                            .head()
                            .getFloat();
            if (!Double.isFinite(norm)) {
                throw new TensorException(
                        "training diverged: the gradient is no longer finite at step "
                                + steps
                                + ". Use a smaller learning rate or a longer warm-up.");
            }
            NDArray count = scope.create((float) steps);
            for (Group group : groups) {
                double[] reals = {
                    settings.learningRate(),
                    settings.beta1(),
                    settings.beta2(),
                    settings.epsilon(),
                    group.decays() ? settings.weightDecay() : 0
                };
                kernels.call(
                        scope,
                        "adamw",
                        group.parameters(),
                        group.gradients(),
                        group.first(),
                        group.second(),
                        count,
                        scope.create(reals));
            }
            gradients.clear();
            return norm;
        }
    }

    /** Steps taken. */
    public long steps() {
        return steps;
    }

    /** The accumulated gradient of a parameter, if it is one of these. */
    public Optional<float[]> gradient(String name) {
        for (Group group : groups) {
            int at = group.names().indexOf(name);
            if (at >= 0) {
                return Optional.of(group.gradients().get(at).toFloatArray());
            }
        }
        return Optional.empty();
    }

    /** Everything needed to go on exactly: parameters, moments, and gradients not yet stepped on. */
    public List<SafetensorsWriter.Tensor> state() {
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        each(
                (name, array) ->
                        tensors.add(
                                new SafetensorsWriter.Tensor(
                                        name, array.getShape().getShape(), array.toFloatArray())));
        return tensors;
    }

    /**
     * Takes up what {@link #state} gave.
     *
     * @param steps taken until then
     * @throws TensorException if it belongs to other parameters; nothing has changed then
     */
    public void restore(Safetensors state, long steps) throws TensorException {
        List<String> missing = new ArrayList<>();
        each(
                (name, array) -> {
                    if (!state.names().contains(name) && !name.startsWith("gradient.")) {
                        missing.add(name);
                    }
                });
        if (!missing.isEmpty()) {
            throw new TensorException(
                    state.file() + ": has no tensor '" + missing.getFirst() + "'");
        }
        List<NDArray> sources = new ArrayList<>();
        gradients.setPending(state.names().stream().anyMatch(name -> name.startsWith("gradient.")));
        try (NDManager scope = manager.newSubManager()) {
            List<String> names = new ArrayList<>();
            List<NDArray> targets = new ArrayList<>();
            each(
                    (name, array) -> {
                        names.add(name);
                        targets.add(array);
                    });
            for (int i = 0; i < targets.size(); i++) {
                NDArray target = targets.get(i);
                NDArray source = state.array(scope, names.get(i));
                if (!source.getShape().equals(target.getShape())) {
                    throw new TensorException(
                            state.file()
                                    + ", tensor '"
                                    + names.get(i)
                                    + "': has shape "
                                    + source.getShape()
                                    + ", here it is "
                                    + target.getShape());
                }
                sources.add(source);
            }
            // Into the same memory: other handles of a parameter must see it, which DJL's own
            // copying
            // would leave behind.
            kernels.call(scope, "copy", targets, sources);
            this.steps = steps;
        }
    }

    private interface Visitor {
        void visit(String name, NDArray array);
    }

    private void each(Visitor visitor) {
        for (Group group : groups) {
            for (int i = 0; i < group.names().size(); i++) {
                String name = group.names().get(i);
                visitor.visit("parameter." + name, group.parameters().get(i));
                visitor.visit("first." + name, group.first().get(i));
                visitor.visit("second." + name, group.second().get(i));
                if (gradients.pending()) {
                    visitor.visit("gradient." + name, group.gradients().get(i));
                }
            }
        }
    }

    @Override
    public void close() {
        gradients.close();
        kernels.close();
        manager.close();
    }
}
