package eliq.pairs.degrade;

import eliq.generate.GenerationRequest;
import eliq.generate.painter.Painter;
import eliq.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Rate of conventional negatives on all cores against the machine's limit of JPEG coding, measured by turns in one run and
 * by the threads' own processor time, so that other work on the machine does not count.
 * The limit is the JDK's codec (libjpeg) alone, with readers and writers that are reused and pictures in the form that
 * it likes best: nothing but encoding and decoding, of the same sizes and at the same qualities. Arguments: side in
 * pixels, seconds for each measurement, rounds.
 */
final class NegativesBenchmark {
    private static final int PICTURES = 12;
    private static final double ONE_SAVE_QUALITY = 90;
    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    private final int side;
    private final double seconds;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final List<Pixels> pictures = new ArrayList<>();
    private final List<BufferedImage> natives = new ArrayList<>();
    private final List<BufferedImage> noisy = new ArrayList<>();
    private final List<RepeatedJpegNoise> distortions = new ArrayList<>();

    private NegativesBenchmark(int side, double seconds) throws Exception {
        this.side = side;
        this.seconds = seconds;
        Painter painter = new Painter();
        String[] prompts = {
            "two red cars on a city street at night",
            "a bowl of fruit on a wooden table",
            "a dog in a park under trees",
            "children at a birthday party"
        };
        for (int i = 0; i < PICTURES; i++) {
            pictures.add(
                    painter.generate(
                            new GenerationRequest(
                                    prompts[i % prompts.length],
                                    i,
                                    side,
                                    side,
                                    new GenerationRequest.Quality.Full())));
            double strength = 0.3 + 0.7 * (i + 0.5) / PICTURES;
            distortions.add(JpegNoiseSchedule.STANDARD.at(strength, i));
        }
        for (int i = 0; i < PICTURES; i++) {
            natives.add(bgr(pictures.get(i)));
            double sigma = distortions.get(i).sigma();
            noisy.add(bgr(GaussianNoise.add(pictures.get(i), sigma, i)));
        }
    }

    public static void main(String[] arguments) throws Exception {
        NegativesBenchmark benchmark =
                new NegativesBenchmark(
                        Integer.parseInt(arguments[0]), Double.parseDouble(arguments[1]));
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            benchmark.round();
        }
    }

    /** Work on the i-th picture by a thread that has a codec of its own. */
    @FunctionalInterface
    private interface Work {
        void on(int index, Codec codec) throws Exception;
    }

    private void round() throws Exception {
        double limit =
                rate(
                        (i, codec) -> {
                            // Noise makes a picture larger: what is compressed is what the negative
                            // compresses.
                            for (int quality : distortions.get(i).qualities()) {
                                codec.roundTrip(noisy.get(i), quality);
                            }
                        });
        double distorted = rate((i, codec) -> distortions.get(i).apply(pictures.get(i)));
        double save = rate((i, codec) -> codec.roundTrip(natives.get(i), ONE_SAVE_QUALITY));
        double edited =
                rate(
                        (i, codec) -> {
                            Pixels picture = pictures.get(i);
                            Degradation.aesthetic(picture, 0.3 + 0.7 * (i + 0.5) / PICTURES, i)
                                    .apply(picture);
                        });
        double both = 1 / (1 / distorted + 1 / edited);
        double bothLimit = 1 / (1 / limit + 1 / save);
        System.out.printf(
                Locale.ROOT,
                "%d x %d, %d threads: technical %.1f/s of %.1f/s (%.2f); aesthetic %.1f/s, one JPEG save and load %.1f/s"
                        + " (%.2f); one of each %.1f/s of %.1f/s (%.2f)%n",
                side,
                side,
                threads,
                distorted,
                limit,
                distorted / limit,
                edited,
                save,
                edited / save,
                both,
                bothLimit,
                both / bothLimit);
    }

    /** Pictures a second on all cores, the threads having a core each for themselves: by their own processor time. */
    private double rate(Work work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicLong busy = new AtomicLong();
        long end = System.nanoTime() + (long) (1e9 * seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                counts.add(
                        pool.submit(
                                () -> {
                                    Codec codec = new Codec();
                                    int done = 0;
                                    long before = TIMES.getCurrentThreadCpuTime();
                                    while (System.nanoTime() < end) {
                                        work.on(next.getAndIncrement() % PICTURES, codec);
                                        done++;
                                    }
                                    busy.addAndGet(TIMES.getCurrentThreadCpuTime() - before);
                                    return done;
                                }));
            }
            int done = 0;
            for (Future<Integer> count : counts) {
                done += count.get();
            }
            return done / (busy.get() * 1e-9 / threads);
        }
    }

    private static BufferedImage bgr(Pixels pixels) {
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_3BYTE_BGR);
        image.getGraphics().drawImage(pixels.toBufferedImage(), 0, 0, null);
        return image;
    }

    /** The codec alone. */
    private static final class Codec {
        private final ImageWriter writer = jdk(ImageIO.getImageWritersByFormatName("jpeg"));
        private final ImageReader reader = jdk(ImageIO.getImageReadersByFormatName("jpeg"));

        void roundTrip(BufferedImage image, double quality) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
            try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality((float) quality / 100);
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, null), param);
            }
            try (MemoryCacheImageInputStream in =
                    new MemoryCacheImageInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                reader.setInput(in, true, true);
                reader.read(0);
            }
        }

        private static <T> T jdk(Iterator<T> all) {
            while (all.hasNext()) {
                T one = all.next();
                if (one.getClass().getName().startsWith("com.sun.imageio.")) {
                    return one;
                }
            }
            throw new IllegalStateException("this Java runtime has no JPEG codec of its own");
        }
    }
}
