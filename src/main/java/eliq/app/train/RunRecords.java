package eliq.app.train;

import eliq.catalog.Aspect;
import eliq.catalog.JobRecord;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainCriticResult;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.job.Progress;
import eliq.scorer.TrainScorerParameters;
import eliq.scorer.TrainScorerResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Jobs of the catalogue as runs. */
final class RunRecords {
    /** Between what came of a run and where that lies. */
    private static final String PLACE = "; in ";

    /** The same in the last words of a run that was stopped. */
    private static final String KEPT = " is kept in ";

    private static final int LOG = 64 << 10;

    private RunRecords() {}

    static Run run(JobRecord job, Stage stage, Path folder, Optional<Progress> progress) {
        return new Run(
                job.id(),
                stage,
                training(job.parameters(), stage),
                job.state(),
                progress.map(Progress::stage).orElse(job.stage()),
                progress.map(Progress::done).orElse(job.done()),
                progress.map(Progress::total).orElse(job.total()),
                progress.flatMap(Progress::remaining),
                job.message(),
                job.result().flatMap(result -> sentence(result, stage)),
                job.error(),
                folder,
                job.created());
    }

    /** Empty where another version of the program wrote it. */
    static Optional<Training> training(String parameters, Stage stage) {
        try {
            return Optional.of(
                    switch (stage) {
                        case CRITIC ->
                                new Training.OfCritic(
                                        JobJson.read(
                                                parameters,
                                                TrainCriticParameters.class,
                                                "the settings"));
                        case SCORER ->
                                new Training.OfScorer(
                                        JobJson.read(
                                                parameters,
                                                TrainScorerParameters.class,
                                                "the settings"));
                    });
        } catch (JobException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> sentence(String json, Stage stage) {
        Locale locale = Locale.getDefault();
        try {
            if (stage == Stage.CRITIC) {
                TrainCriticResult r = JobJson.read(json, TrainCriticResult.class, "the result");
                return Optional.of(
                        String.format(
                                locale,
                                "%,d steps, loss %.3f to %.3f%s" + PLACE + "%s",
                                r.steps(),
                                r.firstLoss(),
                                r.lastLoss(),
                                r.validation()
                                        .map(
                                                v ->
                                                        String.format(
                                                                locale,
                                                                ", %.1f %% of held-out answers right",
                                                                100 * v.meanAccuracy()))
                                        .orElse(""),
                                r.directory()));
            }
            TrainScorerResult r = JobJson.read(json, TrainScorerResult.class, "the result");
            String pairs =
                    r.validationAccuracy().entrySet().stream()
                            .sorted(byAspect())
                            .map(e -> String.format(locale, "%s %.3f", e.getKey(), e.getValue()))
                            .collect(Collectors.joining(", "));
            return Optional.of(
                    String.format(
                            locale,
                            "%,d tuples, best after epoch %d%s" + PLACE + "%s",
                            r.tuples(),
                            r.bestEpoch(),
                            pairs.isEmpty() ? "" : ", pairs in order: " + pairs,
                            r.scorer()));
        } catch (JobException e) {
            return Optional.empty();
        }
    }

    private static java.util.Comparator<java.util.Map.Entry<String, Double>> byAspect() {
        return Comparator.comparing(
                entry -> Aspect.valueOf(entry.getKey().toUpperCase(Locale.ROOT)));
    }

    /** What came of a run without the place where it lies. */
    static String withoutPlace(String result) {
        int kept = result.lastIndexOf(KEPT);
        int place = result.lastIndexOf(PLACE);
        if (kept >= 0) {
            return result.substring(0, kept) + " is kept";
        }
        return place < 0 ? result : result.substring(0, place);
    }

    /** Of a text file that may be long; none where it is not there. */
    static List<String> lastLines(Path file, int lines) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long from = Math.max(0, channel.size() - LOG);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // The buffer fills up.
            }
            List<String> all =
                    new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(from > 0 ? 1 : 0)
                            .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }
}
