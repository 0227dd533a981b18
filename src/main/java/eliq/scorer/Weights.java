package eliq.scorer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The parameters of the scoring network by name, on the heap: what is initialised, saved, loaded and kept as the best so
 * far. With h the backbone's hidden size, f the fusion width, d the model width, e the feed-forward width:
 *
 * <pre>
 * fusion.technical_gate.weight [h, 2h]    W_tec, without bias as published
 * fusion.aesthetic_gate.weight [h, 2h]    W_aes
 * fusion.phi.0.weight [f, 2h], .bias [f]  phi, hidden layer
 * fusion.phi.1.weight [h, f], .bias [h]   phi, output
 * no_prompt [h]                           stands for z_ali where there is no prompt
 * qqt.query.visual [2h], qqt.query.alignment [2h]
 * qqt.projection.weight [d, 2h]           W_proj
 * qqt.position [3, d]                     E_pos
 * qqt.layers.I.attention_norm, .attention.qkv, .attention.output, .feed_forward_norm, .feed_forward.0, .feed_forward.1
 * qqt.norm                                after the last layer
 * head.visual.0, .1 and head.alignment.0, .1
 * </pre>
 *
 * @param tensors in the order above
 */
public record Weights(Map<String, Weight> tensors) {

    /**
     * @param shape dimensions, outermost first
     * @param values row-major, as many as the shape says
     */
    public record Weight(long[] shape, float[] values) {
        public Weight {
            if (count(shape) != values.length) {
                throw new IllegalArgumentException("shape and number of values do not agree");
            }
        }
    }

    public Weights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    Weight get(String name) {
        Weight weight = tensors.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("no tensor named " + name);
        }
        return weight;
    }

    /** Name to shape of every parameter. */
    static Map<String, long[]> layout(int hidden, NetworkSettings settings) {
        long h = hidden;
        long f = settings.fusionWidth() == 0 ? h : settings.fusionWidth();
        long d = settings.modelWidth();
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("fusion.technical_gate.weight", new long[] {h, 2 * h});
        shapes.put("fusion.aesthetic_gate.weight", new long[] {h, 2 * h});
        linear(shapes, "fusion.phi.0", f, 2 * h);
        linear(shapes, "fusion.phi.1", h, f);
        shapes.put("no_prompt", new long[] {h});
        shapes.put("qqt.query.visual", new long[] {2 * h});
        shapes.put("qqt.query.alignment", new long[] {2 * h});
        shapes.put("qqt.projection.weight", new long[] {d, 2 * h});
        shapes.put("qqt.position", new long[] {3, d});
        for (int i = 0; i < settings.layers(); i++) {
            String layer = "qqt.layers." + i + ".";
            norm(shapes, layer + "attention_norm", d);
            linear(shapes, layer + "attention.qkv", 3 * d, d);
            linear(shapes, layer + "attention.output", d, d);
            norm(shapes, layer + "feed_forward_norm", d);
            linear(shapes, layer + "feed_forward.0", settings.feedForward(), d);
            linear(shapes, layer + "feed_forward.1", d, settings.feedForward());
        }
        norm(shapes, "qqt.norm", d);
        for (String head : new String[] {"head.visual", "head.alignment"}) {
            linear(shapes, head + ".0", d, d);
            linear(shapes, head + ".1", 1, d);
        }
        return shapes;
    }

    private static void linear(Map<String, long[]> shapes, String name, long out, long in) {
        shapes.put(name + ".weight", new long[] {out, in});
        shapes.put(name + ".bias", new long[] {out});
    }

    private static void norm(Map<String, long[]> shapes, String name, long width) {
        shapes.put(name + ".weight", new long[] {width});
        shapes.put(name + ".bias", new long[] {width});
    }

    /** Matrices from N(0, 1 / inputs), queries from N(0, 1) (the scale of standardised embeddings), norms 1, rest 0. */
    static Weights initial(int hidden, NetworkSettings settings, long seed) {
        Random random = new Random(seed);
        Map<String, Weight> tensors = new LinkedHashMap<>();
        layout(hidden, settings)
                .forEach(
                        (name, shape) -> {
                            float[] values = new float[Math.toIntExact(count(shape))];
                            if (name.endsWith("norm.weight")) {
                                Arrays.fill(values, 1);
                            } else {
                                float deviation = deviation(name, shape);
                                for (int i = 0; i < values.length && deviation > 0; i++) {
                                    values[i] = (float) (deviation * random.nextGaussian());
                                }
                            }
                            tensors.put(name, new Weight(shape, values));
                        });
        return new Weights(tensors);
    }

    private static float deviation(String name, long[] shape) {
        if (name.startsWith("qqt.query.")) {
            return 1;
        }
        if (name.equals("qqt.position")) {
            return 0.02f;
        }
        return shape.length == 2 ? (float) (1 / Math.sqrt(shape[1])) : 0;
    }

    /** Whether AdamW decays it: matrices only, not biases, norms, queries or positions. */
    static boolean decays(String name, long[] shape) {
        return shape.length == 2 && !name.equals("qqt.position");
    }

    static long count(long[] shape) {
        return IntStream.range(0, shape.length)
                .mapToLong(i -> shape[i])
                .reduce(1, Math::multiplyExact);
    }
}
