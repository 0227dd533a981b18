package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.MemoryNeeds;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.tensor.DeviceMemory;
import eliq.tensor.NativeMemory;
import eliq.tensor.TensorEngine;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a training step takes: seconds, and memory beside what was planned. To be run in a process of its
 * own, since the memory is the process's highest.
 *
 * @param folder of the checkpoint
 * @param checkpointing whether layers are computed twice to save memory
 * @param side of each image in pixels
 * @param tokens of each question, the turn's end included
 * @param images of a step
 */
public record TrainingSpeed(
        Path folder,
        TrainingMode mode,
        Numerics numerics,
        boolean checkpointing,
        int side,
        int tokens,
        int images) {
    private static final BackboneTraining.AdamW OPTIMISER =
            new BackboneTraining.AdamW(1e-4, 0.9, 0.999, 1e-8, 0.01, 1);

    /**
     * Measures.
     *
     * @param say told what is being done
     * @return figures by name: seconds by the clock and, with {@code _cpu}, of the processor, of a step with one question
     *     an image and of one with three; memory in 1e9 bytes, {@code planned} and measured after the step with one
     *     question, with {@code gpu_} what is taken of a GPU
     */
    public Map<String, Double> measure(Consumer<String> say) throws BackboneException {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("threads", (double) threads());
        Qwen3VlConfig config = Qwen3VlConfig.read(folder);
        say.accept("loading in " + numerics);
        Stopwatch watch = new Stopwatch();
        try (Qwen3VlTraining training =
                Qwen3VlTraining.open(folder, Optional.empty(), mode, 1, numerics, checkpointing)) {
            watch.stop(figures, "load");
            highest(figures, "load_memory");
            PreparedImage image = training.current().prepare(ReadingSpeed.noise(side));
            MemoryNeeds needs =
                    TrainingNeeds.of(
                            config,
                            mode,
                            numerics,
                            checkpointing,
                            new TrainingNeeds.Pass(
                                    (long) image.rows() * image.columns(), images, 1));
            figures.put("planned_memory", needs.total() / 1e9);
            String text = ReadingSpeed.text(training.prompts(), tokens);
            say.accept("training");
            step(training, image, text, 1);
            watch.start();
            step(training, image, text, 1);
            watch.stop(figures, "one");
            highest(figures, "memory");
            step(training, image, text, 3);
            watch.start();
            step(training, image, text, 3);
            watch.stop(figures, "three");
            highest(figures, "three_memory");
        }
        return figures;
    }

    private void step(Qwen3VlTraining training, PreparedImage image, String text, int questions)
            throws BackboneException {
        TrainingExample.Question question = new TrainingExample.Question(text, "low", 1);
        TrainingExample example =
                new TrainingExample(image, Collections.nCopies(questions, question));
        training.accumulate(Collections.nCopies(images, example), 1.0 / images);
        training.step(OPTIMISER);
    }

    private static void highest(Map<String, Double> figures, String name) throws BackboneException {
        NativeMemory.highest().ifPresent(bytes -> figures.put(name, bytes / 1e9));
        try {
            DeviceMemory.takenOfAccelerator()
                    .ifPresent(bytes -> figures.put("gpu_" + name, bytes / 1e9));
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }

    private static int threads() throws BackboneException {
        try {
            return TensorEngine.shared().threads();
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
    }
}
