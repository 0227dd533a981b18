package eliq.metric;

import eliq.image.DecodedImage;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.PromptAnswer;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobJson;
import eliq.tensor.TensorEngine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Scores image files with metrics, several files side by side. A file that cannot be read or scored gets a row with the
 * reason, and the rest goes on. Rows are written as they come, so that a killed job goes on behind the last one.
 */
public final class MeasureImagesJob implements Job<MeasureImagesParameters, MeasureImagesResult> {
    public static final String KIND = "measure-images";

    private final Metrics metrics;

    public MeasureImagesJob(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<MeasureImagesParameters> parametersType() {
        return MeasureImagesParameters.class;
    }

    @Override
    public Class<MeasureImagesResult> resultType() {
        return MeasureImagesResult.class;
    }

    @Override
    public MeasureImagesResult run(MeasureImagesParameters parameters, JobContext context)
            throws Exception {
        PromptLookup prompts = prompts(parameters);
        List<ImageMetric> open = new ArrayList<>();
        try {
            for (String wish : parameters.metrics()) {
                context.progress("Opening " + wish, open.size(), parameters.metrics().size());
                open.add(metrics.open(wish));
            }
            Path file = context.directory().resolve("scores.jsonl");
            measure(parameters.images(), open, prompts, file, context);
            return result(file, open);
        } finally {
            open.forEach(ImageMetric::close);
        }
    }

    private static PromptLookup prompts(MeasureImagesParameters parameters) throws ImageException {
        Optional<PromptTable> table =
                parameters.prompts().isPresent()
                        ? Optional.of(PromptTable.read(parameters.prompts().get()))
                        : Optional.empty();
        return new PromptLookup(parameters.prompt(), table);
    }

    private static void measure(
            List<Path> images,
            List<ImageMetric> metrics,
            PromptLookup prompts,
            Path file,
            JobContext context)
            throws Exception {
        int threads = TensorEngine.configuredThreads();
        PixelBudget budget = new PixelBudget(Runtime.getRuntime().maxMemory());
        Deque<Future<MeasuredImage>> running = new ArrayDeque<>();
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("metrics-", 1).factory());
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            int done = whole(file, out);
            int submitted = done;
            while (done < images.size()) {
                context.checkCancelled();
                while (submitted < images.size() && running.size() < 2 * threads) {
                    Path image = images.get(submitted++);
                    running.add(pool.submit(() -> row(image, metrics, prompts, budget)));
                }
                String row = JobJson.write(finished(running.remove()));
                out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
                context.progress("Measuring", ++done, images.size());
            }
        } finally {
            running.forEach(future -> future.cancel(false));
            pool.close();
        }
    }

    /** Cuts off a line that a crash left unfinished, and counts the rest. */
    private static int whole(Path file, RandomAccessFile out) throws IOException, MetricException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        out.setLength(end);
        out.seek(end);
        return MeasuredImage.readAll(file).size();
    }

    private static MeasuredImage finished(Future<MeasuredImage> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static MeasuredImage row(
            Path file, List<ImageMetric> metrics, PromptLookup prompts, PixelBudget budget)
            throws InterruptedException {
        try {
            DecodedImage decoded = ImageDecoder.decode(file);
            int share = budget.take((long) decoded.pixels().width() * decoded.pixels().height());
            try {
                boolean texts = metrics.stream().anyMatch(m -> m.facts().needsPrompt());
                Optional<String> prompt = texts ? prompt(prompts.find(file)) : Optional.empty();
                return scored(file, decoded, prompt, metrics);
            } finally {
                budget.give(share);
            }
        } catch (ImageException e) {
            return new MeasuredImage(file, Optional.empty(), Map.of(), Map.of("", e.getMessage()));
        } catch (OutOfMemoryError e) {
            return new MeasuredImage(
                    file,
                    Optional.empty(),
                    Map.of(),
                    Map.of(
                            "",
                            file
                                    + ": takes more memory than the program has; start it with a"
                                    + " larger -Xmx, or make the picture smaller."));
        }
    }

    private static Optional<String> prompt(PromptAnswer answer) {
        return answer.prompt();
    }

    private static MeasuredImage scored(
            Path file, DecodedImage decoded, Optional<String> prompt, List<ImageMetric> metrics) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (ImageMetric metric : metrics) {
            String name = metric.facts().name();
            switch (metric.score(decoded.pixels(), prompt)) {
                case MetricScore.Value(double value) -> scores.put(name, value);
                case MetricScore.None(String reason) -> errors.put(name, reason);
            }
        }
        return new MeasuredImage(file, prompt, scores, errors);
    }

    private static MeasureImagesResult result(Path file, List<ImageMetric> open)
            throws MetricException {
        Map<String, String> parameters = new LinkedHashMap<>();
        open.forEach(metric -> parameters.put(metric.facts().name(), metric.parameters()));
        List<MeasuredImage> rows = MeasuredImage.readAll(file);
        int failed = (int) rows.stream().filter(row -> !row.errors().isEmpty()).count();
        return new MeasureImagesResult(rows.size() - failed, failed, parameters, file);
    }
}
