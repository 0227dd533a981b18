package eliq.benchmark.eras;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.critic.CatalogImages;
import eliq.critic.Critic;
import eliq.critic.CriticException;
import eliq.critic.ImageSource;
import eliq.critic.Instructions;
import eliq.image.ContentHash;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.scorer.CachedReadings;
import eliq.scorer.ImageScore;
import eliq.scorer.ImageScorer;
import eliq.scorer.ScorerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has one judge score all images. What its critic read before comes from the catalogue, so that a stopped job goes on. */
final class EraScoring {
    private static final int BATCH_IMAGES = 8;

    private final Catalog catalog;
    private final String judge;
    private final ImageScorer scorer;
    private final CachedReadings readings;
    private final Instructions instructions;
    private final List<String> skipped;

    /**
     * @param skipped takes a sentence for each image that cannot be scored
     */
    EraScoring(
            Catalog catalog,
            String judge,
            ImageScorer scorer,
            List<EraImage> images,
            List<String> skipped) {
        this.catalog = catalog;
        this.judge = judge;
        this.scorer = scorer;
        this.instructions = scorer.critic().instructions();
        this.skipped = skipped;
        this.readings =
                new CachedReadings(
                        scorer.critic(),
                        source(catalog, scorer.critic(), images),
                        Optional.of(catalog.embeddings()));
    }

    private static ImageSource source(Catalog catalog, Critic critic, List<EraImage> images) {
        Map<ContentHash, Path> files = new HashMap<>();
        images.forEach(image -> image.file().ifPresent(file -> files.put(image.image(), file)));
        CatalogImages known = new CatalogImages(catalog, critic.backbone());
        return hash -> {
            Path file = files.get(hash);
            return file == null ? known.prepared(hash) : prepared(critic, file);
        };
    }

    private static PreparedImage prepared(Critic critic, Path file) throws CriticException {
        try {
            return critic.prepare(ImageDecoder.decode(file).pixels());
        } catch (ImageException | BackboneException e) {
            throw new CriticException(e.getMessage(), e);
        }
    }

    /** In the order of the images; those that cannot be scored are left out. */
    List<EraScore> score(List<EraImage> images, JobContext context)
            throws JobCancelledException, CatalogException {
        List<EraScore> scores = new ArrayList<>();
        for (int from = 0; from < images.size(); from += BATCH_IMAGES) {
            context.checkCancelled();
            int to = Math.min(images.size(), from + BATCH_IMAGES);
            List<EraImage> batch = images.subList(from, to);
            try {
                scores.addAll(score(batch));
            } catch (ScorerException e) {
                scores.addAll(eachAlone(batch));
            }
            context.progress("Scoring with " + judge, to, images.size());
        }
        return scores;
    }

    private List<EraScore> eachAlone(List<EraImage> batch) throws CatalogException {
        List<EraScore> scores = new ArrayList<>();
        for (EraImage image : batch) {
            try {
                scores.addAll(score(List.of(image)));
            } catch (ScorerException e) {
                skipped.add(image.name() + " was left out: " + e.getMessage());
            }
        }
        return scores;
    }

    private List<EraScore> score(List<EraImage> batch) throws ScorerException, CatalogException {
        Map<ContentHash, Map<String, Reading>> read =
                readings.read(batch.stream().map(this::question).toList());
        List<EraScore> scores = new ArrayList<>();
        for (EraImage image : batch) {
            Map<String, Reading> of = read.get(image.image());
            ImageScore score = scorer.score(readings.aspects(of, alignmentText(image)));
            scores.add(
                    new EraScore(
                            judge,
                            image.era(),
                            image.generator(),
                            image.name(),
                            file(image),
                            image.prompt(),
                            score.visual(),
                            score.alignment().isPresent()
                                    ? Optional.of(score.alignment().getAsDouble())
                                    : Optional.empty()));
        }
        return scores;
    }

    private Path file(EraImage image) throws CatalogException {
        if (image.file().isPresent()) {
            return image.file().get();
        }
        Optional<ImageRecord> record = catalog.images().find(image.image());
        return record.map(catalog::path).orElse(Path.of(image.name()));
    }

    private CachedReadings.Question question(EraImage image) {
        List<String> texts = new ArrayList<>();
        texts.add(instructions.technical());
        texts.add(instructions.aesthetic());
        alignmentText(image).ifPresent(texts::add);
        return new CachedReadings.Question(image.image(), texts);
    }

    private Optional<String> alignmentText(EraImage image) {
        return image.prompt()
                .filter(p -> !p.isBlank())
                .flatMap(p -> instructions.text(Aspect.ALIGNMENT, Optional.of(p)));
    }
}
