package eliq.metric.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.metric.MetricException;
import eliq.tensor.DeviceMemory;
import eliq.tensor.Kernels;
import eliq.tensor.Safetensors;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import eliq.tensor.WeightFiles;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** CLIP's two towers over a checkpoint's weights. Does its work on the tensor thread; may be called from any. */
final class ClipNetwork implements AutoCloseable {
    private final TensorEngine engine;
    private final ClipConfig config;
    private final NDManager manager;
    private final Kernels kernels;
    private final List<NDArray> vision;
    private final List<NDArray> text;
    private final NDArray visionDims;
    private final NDArray textDims;
    private final NDArray reals;
    private final double logitScale;

    /** A checkpoint's tensors, whichever files they are in. */
    private interface Tensors extends AutoCloseable {
        Set<String> names();

        long[] shape(String name) throws TensorException;

        NDArray array(NDManager scope, String name) throws TensorException;

        @Override
        void close();
    }

    private ClipNetwork(TensorEngine engine, ClipConfig config, NDManager manager, Tensors tensors)
            throws TensorException, MetricException {
        this.engine = engine;
        this.config = config;
        this.manager = manager;
        this.kernels = Kernels.load(manager, ClipNetwork.class, "clip.torch");
        this.vision = read(tensors, ClipTensors.vision(config));
        this.text = read(tensors, ClipTensors.text(config));
        int quick = config.quickGelu() ? 1 : 0;
        this.visionDims =
                manager.create(
                        new int[] {
                            config.vision().layers(), config.vision().heads(), quick, config.patch()
                        });
        this.textDims =
                manager.create(new int[] {config.text().layers(), config.text().heads(), quick});
        this.reals = manager.create(new double[] {config.epsilon()});
        try (NDManager scope = manager.newSubManager()) {
            this.logitScale =
                    tensors.names().contains("logit_scale")
                            ? Math.exp(tensors.array(scope, "logit_scale").toFloatArray()[0])
                            : 100;
        }
    }

    /**
     * Loads a folder's weights as float32.
     *
     * @throws MetricException if a tensor is missing or of another shape, or memory is short
     */
    static ClipNetwork open(Path folder, ClipConfig config) throws MetricException {
        try {
            TensorEngine engine = TensorEngine.shared();
            try (Tensors tensors = tensors(folder, config)) {
                return engine.call(
                        () -> {
                            NDManager manager = engine.newScope("clip");
                            try {
                                return new ClipNetwork(engine, config, manager, tensors);
                            } catch (TensorException | MetricException | RuntimeException e) {
                                manager.close();
                                throw e instanceof MetricException ours
                                        ? ours
                                        : new MetricException(e.getMessage(), e);
                            }
                        });
            }
        } catch (TensorException e) {
            throw new MetricException(e.getMessage(), e);
        }
    }

    private static Tensors tensors(Path folder, ClipConfig config) throws TensorException {
        if (config.layout() == ClipConfig.Layout.HUGGING_FACE) {
            WeightFiles files = WeightFiles.open(folder);
            return new Tensors() {
                @Override
                public Set<String> names() {
                    return files.names();
                }

                @Override
                public long[] shape(String name) throws TensorException {
                    return files.shape(name);
                }

                @Override
                public NDArray array(NDManager scope, String name) throws TensorException {
                    return files.array(scope, name);
                }

                @Override
                public void close() {
                    files.close();
                }
            };
        }
        Safetensors file = Safetensors.open(folder.resolve(ClipConfig.OPEN_CLIP_WEIGHTS));
        return new Tensors() {
            @Override
            public Set<String> names() {
                return file.names();
            }

            @Override
            public long[] shape(String name) throws TensorException {
                return file.shape(name);
            }

            @Override
            public NDArray array(NDManager scope, String name) throws TensorException {
                return file.array(scope, name);
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }

    private List<NDArray> read(Tensors tensors, List<ClipTensors.Wanted> wanted)
            throws TensorException, MetricException {
        long values = 0;
        for (ClipTensors.Wanted each : wanted) {
            for (String name : each.names()) {
                check(tensors, name, each.shape());
                values += Arrays.stream(each.shape()).reduce(1, Math::multiplyExact);
            }
        }
        DeviceMemory.require(values * Float.BYTES, "a CLIP tower: ");
        List<NDArray> arrays = new ArrayList<>();
        for (ClipTensors.Wanted each : wanted) {
            if (each.names().size() == 1 && !each.transposed()) {
                arrays.add(tensors.array(manager, each.names().getFirst()));
                continue;
            }
            try (NDManager scope = manager.newSubManager()) {
                List<NDArray> parts = new ArrayList<>();
                for (String name : each.names()) {
                    parts.add(tensors.array(scope, name));
                }
                NDArray whole =
                        each.transposed()
                                ? kernels.call(scope, "transposed", parts.getFirst()).head()
                                : kernels.call(scope, "join", parts).head();
                whole.attach(manager);
                arrays.add(whole);
            }
        }
        return arrays;
    }

    private static void check(Tensors tensors, String name, long[] shape)
            throws TensorException, MetricException {
        long[] there = tensors.shape(name);
        if (!Arrays.equals(there, shape)) {
            throw new MetricException(
                    "Tensor '"
                            + name
                            + "' of the CLIP model has shape "
                            + Arrays.toString(there)
                            + ", its configuration asks for "
                            + Arrays.toString(shape));
        }
    }

    /** exp of the learned temperature: what a cosine is multiplied with. */
    double logitScale() {
        return logitScale;
    }

    /**
     * A picture's features.
     *
     * @param pixels [3, side, side], normalised
     * @return [projection], of length 1
     */
    double[] image(float[] pixels) throws MetricException {
        int side = config.image();
        return run(
                scope ->
                        kernels.call(
                                        scope,
                                        "image",
                                        scope.create(
                                                FloatBuffer.wrap(pixels), new Shape(3, side, side)),
                                        vision,
                                        visionDims,
                                        reals)
                                .head());
    }

    /**
     * A text's features.
     *
     * @param ids from the start to the end token, at most the context's length
     * @return [projection], of length 1
     */
    double[] text(long[] ids) throws MetricException {
        for (long id : ids) {
            if (id < 0 || id >= config.vocabulary()) {
                throw new MetricException(
                        "the tokenizer gives token "
                                + id
                                + ", the model knows "
                                + config.vocabulary()
                                + "; they do not belong together");
            }
        }
        return run(
                scope ->
                        kernels.call(scope, "text", scope.create(ids), text, textDims, reals)
                                .head());
    }

    private interface Pass {
        NDArray run(NDManager scope) throws TensorException;
    }

    private double[] run(Pass pass) throws MetricException {
        try {
            float[] features =
                    engine.call(
                            () -> {
                                try (NDManager scope = engine.newScope("clip-pass")) {
                                    return pass.run(scope).toFloatArray();
                                }
                            });
            return unit(features);
        } catch (TensorException e) {
            throw new MetricException(e.getMessage(), e);
        }
    }

    private static double[] unit(float[] features) throws MetricException {
        double squares = 0;
        for (float value : features) {
            squares += (double) value * value;
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            throw new MetricException("the CLIP model gives features without direction");
        }
        double[] unit = new double[features.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = features[i] / Math.sqrt(squares);
        }
        return unit;
    }

    @Override
    public void close() {
        engine.call(
                () -> {
                    kernels.close();
                    manager.close();
                    return null;
                });
    }
}
