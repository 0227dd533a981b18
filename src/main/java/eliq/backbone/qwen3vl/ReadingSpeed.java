package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.image.Pixels;
import eliq.tensor.DeviceMemory;
import eliq.tensor.MatmulPeak;
import eliq.tensor.NativeMemory;
import eliq.tensor.NumberArrays;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What loading a checkpoint and reading one image take: seconds, share of the machine's matrix peak, memory. To be run
 * in a process of its own, since the memory is the process's highest.
 *
 * @param folder of the checkpoint
 * @param side of the image in pixels
 * @param tokens of each question, the turn's end included
 * @param readings counted, after one of each kind that is not
 */
public record ReadingSpeed(Path folder, Numerics numerics, int side, int tokens, int readings) {
    private static final double PEAK_SECONDS = 1;

    /**
     * Measures.
     *
     * @param say told what is being done
     * @return figures by name: seconds by the clock ({@code three}: three questions in one pass) and, with {@code _cpu},
     *     of the processor; memory in 1e9 bytes, and what is resident after a tenth, half and all of the readings ({@code
     *     three_resident_100}); shares of the peak of products in the same type
     */
    public Map<String, Double> measure(Consumer<String> say) throws BackboneException {
        try {
            return measured(say);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    private Map<String, Double> measured(Consumer<String> say)
            throws BackboneException, TensorException {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("threads", (double) TensorEngine.shared().threads());
        figures.put("weights", LoadingNeeds.of(folder).weights(numerics) / 1e9);
        say.accept("measuring the matrix peak");
        double peak = MatmulPeak.measure(PEAK_SECONDS, numerics.products()).gigaflops();
        NativeMemory.highest().ifPresent(bytes -> figures.put("start_memory", bytes / 1e9));
        say.accept("loading in " + numerics);
        Stopwatch watch = new Stopwatch();
        try (Qwen3Vl model = Qwen3Vl.open(folder, Optional.empty(), numerics)) {
            watch.stop(figures, "load");
            NativeMemory.highest().ifPresent(bytes -> figures.put("load_memory", bytes / 1e9));
            PreparedImage image = model.prepare(noise(side));
            List<String> three = Collections.nCopies(3, text(model.reader().prompts(), tokens));
            say.accept("reading");
            watch.start();
            read(model, image, three);
            watch.stop(figures, "first");
            repeat(figures, watch, "three", say, () -> read(model, image, three));
            // A GPU fetches the code for products of new sizes when they first come.
            read(model, image, three.subList(0, 1));
            repeat(figures, watch, "one", say, () -> read(model, image, three.subList(0, 1)));
            parts(figures, watch, model, image, three);
            DeviceMemory.takenOfAccelerator()
                    .ifPresent(bytes -> figures.put("gpu_memory", bytes / 1e9));
        }
        double after = MatmulPeak.measure(PEAK_SECONDS, numerics.products()).gigaflops();
        shares(figures, Math.max(peak, after));
        NativeMemory.highest().ifPresent(bytes -> figures.put("memory", bytes / 1e9));
        return figures;
    }

    private interface Step {
        void run() throws BackboneException;
    }

    private void repeat(
            Map<String, Double> figures,
            Stopwatch watch,
            String name,
            Consumer<String> say,
            Step step)
            throws BackboneException {
        Map<String, Double> resident = new LinkedHashMap<>();
        watch.start();
        for (int i = 1; i <= readings; i++) {
            step.run();
            if (i == readings / 10 || i == readings / 2 || i == readings) {
                String key = name + "_resident_" + i;
                NativeMemory.resident().ifPresent(bytes -> resident.put(key, bytes / 1e9));
                say.accept("reading " + name + ": " + i + " of " + readings);
            }
        }
        watch.stop(figures, name);
        figures.computeIfPresent(name, (key, seconds) -> seconds / readings);
        figures.computeIfPresent(name + "_cpu", (key, seconds) -> seconds / readings);
        figures.putAll(resident);
    }

    private static void read(Qwen3Vl model, PreparedImage image, List<String> texts)
            throws BackboneException {
        model.read(List.of(new ImageQuestions(image, texts)));
    }

    /** The vision tower and the text model one after the other. */
    private static void parts(
            Map<String, Double> figures,
            Stopwatch watch,
            Qwen3Vl model,
            PreparedImage image,
            List<String> texts)
            throws BackboneException, TensorException {
        Reader reader = model.reader();
        PassWork work = new PassWork(reader.prompts().config());
        PackedBatch.Sequence sequence = reader.sequence(new ImageQuestions(image, texts));
        int prefix = sequence.prompt().prefix().length;
        figures.put("patches", (double) image.rows() * image.columns());
        figures.put("prefix_tokens", (double) prefix);
        figures.put("question_tokens", (double) sequence.tails().getFirst().length);
        figures.put("vision_gflop", work.vision((long) image.rows() * image.columns()));
        figures.put("text_gflop", work.text(prefix, sequence.tailTokens(), texts.size()));
        TensorEngine engine = TensorEngine.shared();
        engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("reading speed")) {
                        watch.start();
                        NDList seen = reader.network().tower().tokens(scope, List.of(image), false);
                        // Reading a value waits for devices that compute beside the program.
                        NumberArrays.floats(seen.head());
                        watch.stop(figures, "vision");
                        NumberArrays.floats(reader.answers(scope, List.of(sequence), seen));
                        watch.stop(figures, "text");
                        return null;
                    }
                });
    }

    private static void shares(Map<String, Double> figures, double peak) {
        double vision = figures.get("vision_gflop");
        double text = figures.get("text_gflop");
        double threads = figures.get("threads");
        figures.put("peak_gflops", peak);
        Map<String, Double> works = new LinkedHashMap<>();
        works.put("vision", vision);
        works.put("text", text);
        works.put("three", vision + text);
        works.forEach(
                (part, gflop) -> {
                    figures.put(part + "_share", gflop / figures.get(part) / peak);
                    figures.put(
                            part + "_cpu_share",
                            gflop * threads / figures.get(part + "_cpu") / peak);
                });
    }

    /** An image of random pixels. */
    static Pixels noise(int side) {
        byte[] noise = new byte[3 * side * side];
        new Random(1).nextBytes(noise);
        return new Pixels(side, side, noise);
    }

    /** A text of so many tokens, or as few more as the words allow. */
    static String text(Prompts prompts, int tokens) throws BackboneException {
        StringBuilder text = new StringBuilder("low");
        while (prompts.suffix(text.toString()).length < tokens) {
            text.append(" low");
        }
        return text.toString();
    }
}
