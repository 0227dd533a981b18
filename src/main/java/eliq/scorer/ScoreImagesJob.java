package eliq.scorer;

import eliq.backbone.PreparedImage;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Score;
import eliq.critic.BackboneLoader;
import eliq.critic.Critic;
import eliq.image.ContentHash;
import eliq.image.DecodedImage;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.PromptAnswer;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import eliq.job.Job;
import eliq.job.JobContext;
import java.nio.file.Path;
import java.time.Instant;
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
 * Scores image files. A file that cannot be read or scored gets a row with the reason, and the rest goes on. Rows are
 * written as they come, so that a killed job goes on behind the last one.
 */
public final class ScoreImagesJob implements Job<ScoreImagesParameters, ScoreImagesResult> {
    public static final String KIND = "score-images";

    /** Pictures that are decoded ahead of the one being scored. */
    private static final int AHEAD = 4;

    private final Catalog catalog;
    private final BackboneLoader backbones;

    /**
     * @param catalog takes the scores of the images that it knows
     */
    public ScoreImagesJob(Catalog catalog, BackboneLoader backbones) {
        this.catalog = catalog;
        this.backbones = backbones;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ScoreImagesParameters> parametersType() {
        return ScoreImagesParameters.class;
    }

    @Override
    public Class<ScoreImagesResult> resultType() {
        return ScoreImagesResult.class;
    }

    @Override
    public ScoreImagesResult run(ScoreImagesParameters parameters, JobContext context)
            throws Exception {
        PromptLookup prompts = prompts(parameters);
        ScoredRows rows = ScoredRows.open(context.directory().resolve("scores.jsonl"));
        try (rows;
                ImageScorer scorer =
                        ImageScorer.open(
                                parameters.scorer(),
                                parameters.critic(),
                                backbones.with(parameters.precision(), false));
                ExecutorService decoding =
                        Executors.newSingleThreadExecutor(
                                Thread.ofPlatform().daemon().name("decoding").factory())) {
            List<Path> images = parameters.images();
            Deque<Future<Ready>> ahead = new ArrayDeque<>();
            int submitted = rows.count();
            try {
                for (int i = rows.count(); i < images.size(); i = rows.count()) {
                    context.checkCancelled();
                    List<Pending> some = new ArrayList<>();
                    int end = Math.min(images.size(), i + scorer.sideBySide());
                    while (submitted < Math.min(images.size(), end + AHEAD)) {
                        Path image = images.get(submitted++);
                        ahead.add(decoding.submit(() -> ready(image, prompts, scorer)));
                    }
                    for (Path image : images.subList(i, end)) {
                        some.add(new Pending(image, ahead.remove()));
                    }
                    for (ScoredImage row : score(some, scorer)) {
                        rows.add(row);
                    }
                    context.progress("Scoring", rows.count(), images.size());
                }
            } finally {
                ahead.forEach(each -> each.cancel(false));
            }
            return rows.result();
        }
    }

    private static PromptLookup prompts(ScoreImagesParameters parameters) throws ImageException {
        Optional<PromptTable> table =
                parameters.prompts().isPresent()
                        ? Optional.of(PromptTable.read(parameters.prompts().get()))
                        : Optional.empty();
        return new PromptLookup(parameters.prompt(), table);
    }

    private record Ready(ContentHash hash, PreparedImage image, PromptAnswer prompt) {
        Critic.Question question() {
            return new Critic.Question(image, prompt.prompt());
        }
    }

    private static Ready ready(Path file, PromptLookup prompts, ImageScorer scorer)
            throws ImageException, ScorerException {
        DecodedImage decoded = ImageDecoder.decode(file);
        return new Ready(decoded.hash(), scorer.prepare(decoded.pixels()), prompts.find(file));
    }

    private record Pending(Path file, Future<Ready> ready) {}

    /** Those that can be, together; where that fails, one by one, so that the reason stands at the right file. */
    private List<ScoredImage> score(List<Pending> some, ImageScorer scorer)
            throws CatalogException, InterruptedException {
        Map<Path, ScoredImage> rows = new LinkedHashMap<>();
        Map<Path, Ready> ready = new LinkedHashMap<>();
        for (Pending pending : some) {
            try {
                ready.put(pending.file(), pending.ready().get());
            } catch (ExecutionException e) {
                rows.put(
                        pending.file(),
                        ScoredImage.failed(pending.file(), sentence(pending.file(), e.getCause())));
            }
        }
        List<Critic.Question> questions = ready.values().stream().map(Ready::question).toList();
        List<ImageScore> scores = List.of();
        try {
            scores = scorer.score(questions);
        } catch (ScorerException e) {
            // Found again below, at the file that it concerns.
        }
        int at = 0;
        for (Map.Entry<Path, Ready> each : ready.entrySet()) {
            try {
                ImageScore score =
                        scores.isEmpty()
                                ? scorer.score(List.of(each.getValue().question())).getFirst()
                                : scores.get(at++);
                rows.put(each.getKey(), row(each.getKey(), each.getValue(), score, scorer));
            } catch (ScorerException e) {
                rows.put(
                        each.getKey(),
                        ScoredImage.failed(each.getKey(), sentence(each.getKey(), e)));
            }
        }
        return some.stream().map(pending -> rows.get(pending.file())).toList();
    }

    private ScoredImage row(Path file, Ready ready, ImageScore score, ImageScorer scorer)
            throws CatalogException {
        Optional<String> prompt = ready.prompt().prompt();
        keep(ready.hash(), prompt, scorer.scorer().identity(), score);
        return switch (ready.prompt()) {
            case PromptAnswer.Found found ->
                    ScoredImage.of(
                            file, prompt, Optional.of(found.source().title()), score, found.note());
            case PromptAnswer.Absent absent ->
                    ScoredImage.of(
                            file,
                            Optional.empty(),
                            Optional.empty(),
                            score,
                            Optional.of(absent.why()));
        };
    }

    private static String sentence(Path file, Throwable failure) {
        return switch (failure) {
            case ImageException unreadable -> unreadable.getMessage();
            case ScorerException refused -> file + ": " + refused.getMessage();
            default -> file + ": could not be scored (" + failure + "); please report it";
        };
    }

    /** Scores of images that the catalogue does not know stand in the rows only. */
    private void keep(ContentHash image, Optional<String> prompt, String scorer, ImageScore score)
            throws CatalogException {
        if (catalog.images().find(image).isEmpty()) {
            return;
        }
        catalog.scores()
                .saveAll(
                        List.of(
                                new Score(
                                        image,
                                        prompt,
                                        scorer,
                                        score.visual(),
                                        score.alignment(),
                                        score.technicalHigh(),
                                        score.aestheticHigh(),
                                        score.alignmentHigh(),
                                        score.technicalGate(),
                                        score.aestheticGate(),
                                        Instant.now())));
    }
}
