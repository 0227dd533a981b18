package eliq.metric.nss;

import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Pixels;
import eliq.job.JobContext;
import eliq.tensor.TensorEngine;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Features of many picture files, several side by side, kept as they come. */
final class PictureFeatures {
    private PictureFeatures() {}

    /** From a picture to its rows of features, none where it has none. */
    interface Reading {
        List<double[]> of(Pixels image);
    }

    /**
     * @param rows of each picture in the order of the files
     * @param problems pictures without features, each a sentence
     */
    record Read(List<List<double[]>> rows, List<String> problems) {}

    private record One(List<double[]> rows, String problem) {}

    /** Reads what an earlier attempt did not. */
    static Read read(List<Path> images, Reading reading, JobContext context) throws Exception {
        FeatureFiles kept = new FeatureFiles(context.directory());
        int threads = TensorEngine.configuredThreads();
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("features-", 1).factory());
        Deque<Future<One>> running = new ArrayDeque<>();
        List<List<double[]>> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int submitted = 0;
        try {
            while (rows.size() < images.size()) {
                context.checkCancelled();
                while (submitted < images.size() && running.size() < 2 * threads) {
                    int index = submitted++;
                    running.add(pool.submit(() -> one(images.get(index), index, reading, kept)));
                }
                One one = running.remove().get();
                rows.add(one.rows);
                if (one.rows.isEmpty()) {
                    problems.add(one.problem);
                }
                context.progress("Reading pictures", rows.size(), images.size());
            }
            return new Read(rows, problems);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            running.forEach(future -> future.cancel(false));
            pool.close();
        }
    }

    private static One one(Path image, int index, Reading reading, FeatureFiles kept)
            throws Exception {
        String none = image + ": has no blocks or features to go by; it was left out";
        var before = kept.read(index);
        if (before.isPresent()) {
            return new One(before.get(), none);
        }
        try {
            List<double[]> rows = reading.of(ImageDecoder.decode(image).pixels());
            kept.write(index, rows);
            return new One(rows, none);
        } catch (ImageException e) {
            return new One(List.of(), e.getMessage());
        }
    }
}
