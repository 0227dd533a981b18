package eliq.backbone.qwen3vl;

import eliq.backbone.ImageQuestions;
import eliq.backbone.Numerics;
import eliq.backbone.Precision;
import eliq.critic.Instructions;
import eliq.image.Pixels;
import eliq.tensor.ProductSpeeds;
import eliq.tensor.TensorEngine;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * What loading a checkpoint and reading one image of 1024 x 1024 take: seconds by the clock and of the processor, and
 * resident memory at its highest. Arguments: the checkpoint's folder, and what to keep it in (bfloat16, int8, ...).
 */
final class ReadingBenchmark {
    private static final int SIDE = 1024;

    private ReadingBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Precision precision = Precision.valueOf(args[1].toUpperCase(Locale.ROOT));
        Numerics numerics = Qwen3Vl.numerics(folder, precision, ProductSpeeds::measure);
        byte[] noise = new byte[3 * SIDE * SIDE];
        new Random(1).nextBytes(noise);
        List<String> three =
                List.of(
                        Instructions.DEFAULT.technical(),
                        Instructions.DEFAULT.aesthetic(),
                        Instructions.DEFAULT.alignment().replace("{prompt}", "a red fox in snow"));
        System.out.printf(
                Locale.ROOT,
                "%s, %d threads, weights %.2f GB%n",
                numerics,
                TensorEngine.shared().threads(),
                LoadingNeeds.of(folder).weights(numerics) / 1e9);
        Clock clock = new Clock();
        Qwen3Vl model = Qwen3Vl.open(folder, Optional.empty(), numerics);
        try (model) {
            clock.say("load");
            var image = model.prepare(new Pixels(SIDE, SIDE, noise));
            clock.say("prepare");
            model.read(List.of(new ImageQuestions(image, three)));
            clock.say("three aspects, first time");
            model.read(List.of(new ImageQuestions(image, three)));
            clock.say("three aspects");
            model.read(List.of(new ImageQuestions(image, three.subList(0, 1))));
            clock.say("one aspect");
        }
    }

    /** Since it was last asked. */
    private static final class Clock {
        private long time = System.nanoTime();
        private long processor = processor();

        private static long processor() {
            return ((com.sun.management.OperatingSystemMXBean)
                            ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }

        void say(String what) throws Exception {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %7.1f s, %7.1f s of the processor, most memory %s%n",
                    what,
                    (System.nanoTime() - time) / 1e9,
                    (processor() - processor) / 1e9,
                    Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .map(line -> line.substring(6).strip())
                            .findFirst()
                            .orElse("unknown"));
            time = System.nanoTime();
            processor = processor();
        }
    }
}
