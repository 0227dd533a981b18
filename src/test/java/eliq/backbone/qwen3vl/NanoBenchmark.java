package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.tensor.MatmulPeak;
import eliq.tensor.NumberType;
import eliq.tensor.TensorEngine;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Speed of training and reading with a model of eliq-nano's size and random weights, and its share of the machine's
 * matrix peak measured in the same run. Arguments: directory for the model, batch size, seconds for each measurement, and anything more to stop after full
 * training.
 */
final class NanoBenchmark {
    private static final int SIDE = 16;
    private static final String CONFIG =
            """
            {"model_type":"qwen3_vl","image_token_id":1212,"tie_word_embeddings":true,
             "text_config":{"vocab_size":3072,"hidden_size":256,"num_hidden_layers":5,
              "num_attention_heads":4,"num_key_value_heads":2,"head_dim":64,"intermediate_size":768,
              "rms_norm_eps":1e-6,"rope_theta":5000000,"hidden_act":"silu",
              "rope_scaling":{"mrope_section":[12,10,10],"mrope_interleaved":true,"rope_type":"default"}},
             "vision_config":{"hidden_size":192,"depth":6,"num_heads":3,"intermediate_size":768,
              "patch_size":16,"spatial_merge_size":2,"temporal_patch_size":2,"out_hidden_size":256,
              "num_position_embeddings":256,"deepstack_visual_indexes":[2,4],
              "hidden_act":"gelu_pytorch_tanh","in_channels":3}}
            """;

    private NanoBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        int batch = Integer.parseInt(args[1]);
        double seconds = Double.parseDouble(args[2]);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("config.json"), CONFIG);
        for (String file : List.of("preprocessor_config.json", "tokenizer.json")) {
            Files.write(
                    directory.resolve(file),
                    Files.readAllBytes(Goldens.model("tiny-a-fp32-tied").resolve(file)));
        }
        RandomWeights.write(directory, 1);
        Qwen3VlConfig config = Qwen3VlConfig.read(directory);
        List<TrainingExample> examples = examples(batch);
        try (Prompts prompts = Prompts.load(directory, config)) {
            int tail = 0;
            for (TrainingExample.Question question : examples.getFirst().questions()) {
                tail += prompts.suffix(question.text()).length;
            }
            int tokens = prompts.prefix(examples.getFirst().image()).prefix().length + tail;
            double work = work(config, tokens);
            System.out.printf(
                    Locale.ROOT,
                    "%d patches, %d tokens, %.2f GFLOP forward an image, %d threads%n",
                    SIDE * SIDE,
                    tokens,
                    work,
                    TensorEngine.shared().threads());
            AdamW settings = new AdamW(1e-4, 0.9, 0.95, 1e-8, 0.1, 1);
            try (Qwen3VlTraining training =
                    Qwen3VlTraining.open(directory, new TrainingMode.FullParameter(true), 1)) {
                measure(
                        "train, all",
                        3 * work,
                        batch,
                        seconds,
                        () -> {
                            training.accumulate(examples, 1.0 / batch);
                            training.step(settings);
                        });
                measure("  optimizer", 0, batch, seconds / 4, () -> training.step(settings));
            }
            if (args.length > 3) {
                return;
            }
            TrainingMode lora = new TrainingMode.Lora(8, 16, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);
            try (Qwen3VlTraining training = Qwen3VlTraining.open(directory, lora, 1)) {
                measure(
                        "train, LoRA",
                        2 * work,
                        batch,
                        seconds,
                        () -> {
                            training.accumulate(examples, 1.0 / batch);
                            training.step(settings);
                        });
            }
            List<ImageQuestions> questions = new ArrayList<>();
            for (TrainingExample example : examples) {
                questions.add(
                        new ImageQuestions(
                                (PreparedImage) example.image(),
                                example.questions().stream()
                                        .limit(3)
                                        .map(TrainingExample.Question::text)
                                        .toList()));
            }
            try (Qwen3Vl model = Qwen3Vl.open(directory)) {
                measure(
                        "read, 3 texts",
                        work(config, tokens - tail / 2),
                        batch,
                        seconds,
                        () -> model.read(questions));
                List<List<ImageQuestions>> apart = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    int text = i;
                    apart.add(
                            questions.stream()
                                    .map(
                                            q ->
                                                    new ImageQuestions(
                                                            q.image(),
                                                            List.of(q.texts().get(text))))
                                    .toList());
                }
                measure(
                        "  separately",
                        3 * work(config, tokens - tail * 5 / 6),
                        batch,
                        seconds,
                        () -> {
                            for (List<ImageQuestions> one : apart) {
                                model.read(one);
                            }
                        });
            }
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void measure(String what, double work, int images, double seconds, Step step)
            throws Exception {
        step.run();
        step.run();
        MatmulPeak peak = MatmulPeak.measure(1, NumberType.FLOAT32);
        long[] processor = new long[1];
        TensorEngine engine = TensorEngine.shared();
        long before = engine.call(NanoBenchmark::processorTime);
        long start = System.nanoTime();
        int runs = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            step.run();
            runs++;
        }
        double clock = (System.nanoTime() - start) / 1e9;
        processor[0] = engine.call(NanoBenchmark::processorTime) - before;
        double own = processor[0] / 1e9;
        double again = MatmulPeak.measure(1, NumberType.FLOAT32).gigaflops();
        System.out.printf(
                Locale.ROOT,
                "%-14s %7.1f images/s by the clock, %7.1f by the thread's time (%.2f ms a batch);"
                        + " %5.1f / %5.1f GFLOP/s; peak %5.1f-%5.1f / %5.1f: share %.2f / %.2f%n",
                what,
                images * runs / clock,
                images * runs / own,
                own / runs * 1e3,
                work * images * runs / clock,
                work * images * runs / own,
                peak.gigaflops(),
                again,
                peak.gigaflopsOfThread(),
                work * images * runs / clock / Math.max(again, peak.gigaflops()),
                work * images * runs / own / peak.gigaflopsOfThread());
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Multiplications and additions of the matrix products and attention, in 1e9. */
    private static double work(Qwen3VlConfig config, int tokens) {
        Qwen3VlConfig.Vision v = config.vision();
        Qwen3VlConfig.Text t = config.text();
        double n = SIDE * SIDE;
        double h = v.hidden();
        double vision =
                n * h * v.patchValues()
                        + v.blocks() * (n * (4 * h * h + 2 * h * v.mlp()) + 2 * n * n * h)
                        + (1 + v.deepstack().size()) * n / 4 * (16 * h * h + 4 * h * t.hidden());
        double q = (double) t.heads() * t.headSize();
        double k = (double) t.keyValueHeads() * t.headSize();
        double text =
                t.layers()
                        * (tokens * (t.hidden() * (2 * q + 2 * k) + 3.0 * t.hidden() * t.mlp())
                                + 2.0 * tokens * tokens * q / 2);
        return 2 * (vision + text) / 1e9;
    }

    private static List<TrainingExample> examples(int count) {
        Random random = new Random(1);
        List<TrainingExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] patches = new byte[SIDE * SIDE * 1536];
            random.nextBytes(patches);
            List<TrainingExample.Question> questions = new ArrayList<>();
            for (int q = 0; q < 6; q++) {
                questions.add(
                        new TrainingExample.Question(
                                "Rate the quality of this image: low or high" + "? ".repeat(6) + q,
                                q % 2 == 0 ? "low" : "high",
                                1));
            }
            examples.add(new TrainingExample(new PreparedImage(SIDE, SIDE, patches), questions));
        }
        return examples;
    }
}
