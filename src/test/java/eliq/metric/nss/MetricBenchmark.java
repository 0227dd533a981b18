package eliq.metric.nss;

import eliq.image.ImageDecoder;
import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricScore;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Seconds per image of NIQE, BRISQUE's features and IL-NIQE, one image after another and two side by side. Arguments: an
 * image (default: a textured one of 1024 x 1024 pixels), then the number of images per measurement. Prints one line a
 * metric; the first round of each is warm-up and is not counted.
 */
public final class MetricBenchmark {
    private MetricBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Pixels image =
                arguments.length > 0
                        ? ImageDecoder.decode(Path.of(arguments[0])).pixels()
                        : texture(1024, 1024);
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        System.out.printf("%d x %d pixels, %d images%n", image.width(), image.height(), count);
        BrisqueFeatures brisque = new BrisqueFeatures();
        ImageMetric niqe = new Niqe(new PristineModel(new double[36], identity(36)), "none");
        ImageMetric ilNiqe = new IlNiqe(anyModel(430), "none");
        measure("niqe", count, () -> check(niqe.score(image, Optional.empty())));
        measure("brisque", count, () -> brisque.of(image).orElseThrow());
        measure("ilniqe", count, () -> check(ilNiqe.score(image, Optional.empty())));
    }

    private static Object check(MetricScore score) {
        if (score instanceof MetricScore.None(String reason)) {
            throw new IllegalStateException(reason);
        }
        return score;
    }

    private static void measure(String name, int count, Callable<?> work) throws Exception {
        run(1, count, work);
        AtomicLong busy = new AtomicLong();
        double alone =
                run(
                        1,
                        count,
                        () -> {
                            long start = cpu();
                            Object result = work.call();
                            busy.addAndGet(cpu() - start);
                            return result;
                        });
        double two = run(2, count, work);
        System.out.printf(
                Locale.ROOT,
                "%-8s %.4f s/image on 1 thread (%.4f of them computing), %.4f on 2 threads%n",
                name,
                alone,
                busy.get() / 1e9 / count,
                two);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double run(int threads, int count, Callable<?> work) throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(work::call);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long start = System.nanoTime();
            for (var each : pool.invokeAll(all)) {
                each.get();
            }
            return (System.nanoTime() - start) / 1e9 / count;
        }
    }

    private static SymmetricMatrix identity(int size) {
        double[] values = new double[size * size];
        for (int i = 0; i < size; i++) {
            values[i * size + i] = 1;
        }
        return new SymmetricMatrix(size, values);
    }

    /** A model of the size of the authors': the time does not depend on its numbers. */
    private static IlNiqeModel anyModel(int size) {
        double[] vectors = new double[size * IlNiqeFeatures.COUNT];
        for (int i = 0; i < size; i++) {
            vectors[i * IlNiqeFeatures.COUNT + i] = 1;
        }
        return new IlNiqeModel(
                new PristineModel(new double[size], identity(size)),
                new double[IlNiqeFeatures.COUNT],
                vectors);
    }

    private static Pixels texture(int width, int height) {
        Random random = new Random(1);
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double wave = 60 * Math.sin(x / 17.0) * Math.cos(y / 23.0 + x / 90.0);
                for (int c = 0; c < 3; c++) {
                    double value = 128 + wave + 12 * random.nextGaussian() + 10 * c;
                    rgb[3 * (y * width + x) + c] = (byte) Math.clamp((int) value, 0, 255);
                }
            }
        }
        return new Pixels(width, height, rgb);
    }
}
