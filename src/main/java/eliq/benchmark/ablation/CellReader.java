package eliq.benchmark.ablation;

import eliq.backbone.Reading;
import eliq.benchmark.RatedImage;
import eliq.benchmark.RatedSet;
import eliq.benchmark.StoredSet;
import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.catalog.Tuple;
import eliq.critic.Critic;
import eliq.critic.Instructions;
import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.job.JobContext;
import eliq.pairs.PairsException;
import eliq.pairs.Pictures;
import eliq.pairs.StrengthSeries;
import eliq.scorer.AspectEmbeddings;
import eliq.scorer.CachedReadings;
import eliq.scorer.EmbeddedTuple;
import eliq.scorer.ReadTuple;
import eliq.scorer.ScorerException;
import eliq.scorer.TupleReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Has a critic read all that the cells of one supervision need. What was read before comes from the catalogue. */
final class CellReader {
    private static final List<Aspect> DEGRADED = List.of(Aspect.TECHNICAL, Aspect.AESTHETIC);

    private final Pictures pictures;
    private final ReadingImages images;
    private final CachedReadings readings;
    private final Instructions instructions;
    private final JobContext context;

    CellReader(Catalog catalog, Pictures pictures, Critic critic, JobContext context) {
        this.pictures = pictures;
        this.images = new ReadingImages(catalog, pictures, critic);
        this.readings = new CachedReadings(critic, images, Optional.of(catalog.embeddings()));
        this.instructions = critic.instructions();
        this.context = context;
    }

    /**
     * @param strengths steps of each series
     * @param seed of the degradations; each positive has its own from it and its content
     */
    CellReadings read(
            Cell.Reader supervision,
            List<Tuple> training,
            List<Tuple> heldOut,
            int strengths,
            long seed,
            Optional<StoredSet> rated)
            throws ScorerException, PairsException {
        List<EmbeddedTuple> learned =
                tuples(
                        training,
                        Set.copyOf(supervision.families()),
                        Set.copyOf(supervision.aspects()),
                        "reading what is learned from");
        List<EmbeddedTuple> tested =
                tuples(
                        heldOut,
                        EnumSet.allOf(Family.class),
                        EnumSet.allOf(Aspect.class),
                        "reading held-out pairs");
        return new CellReadings(
                learned.stream().filter(tuple -> !tuple.negatives().isEmpty()).toList(),
                tested,
                series(heldOut, strengths, seed),
                rated.isPresent() ? rated(rated.get()) : CellReadings.Rated.NONE);
    }

    private List<EmbeddedTuple> tuples(
            List<Tuple> tuples, Set<Family> families, Set<Aspect> aspects, String stage)
            throws ScorerException {
        TupleReader reader = new TupleReader(readings, families, aspects);
        int total = reader.images(tuples);
        return reader
                .read(
                        tuples,
                        AblateParameters.BATCH_IMAGES,
                        done -> context.progress(stage, done, total),
                        context::cancelled)
                .stream()
                .map(ReadTuple::embedded)
                .toList();
    }

    private record Step(Tuple tuple, Aspect aspect, double strength, ContentHash image) {}

    private List<CellReadings.ReadSeries> series(List<Tuple> heldOut, int strengths, long seed)
            throws ScorerException, PairsException {
        List<Step> steps = new ArrayList<>();
        for (Tuple tuple : heldOut) {
            for (Aspect aspect : DEGRADED) {
                for (StrengthSeries.Graded graded :
                        StrengthSeries.of(
                                pictures.pixels(tuple.positive()),
                                aspect,
                                strengths,
                                seed ^ own(tuple.positive()))) {
                    ContentHash image = images.degraded(tuple.positive(), graded.degradation());
                    steps.add(new Step(tuple, aspect, graded.strength(), image));
                }
            }
        }
        List<AspectEmbeddings> read =
                read(
                        steps.stream()
                                .map(s -> new Asked(s.image, Optional.of(s.tuple.prompt().text())))
                                .toList(),
                        "reading degraded images");
        List<CellReadings.ReadSeries> series = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += strengths) {
            double[] values = new double[strengths];
            for (int i = 0; i < strengths; i++) {
                values[i] = steps.get(from + i).strength;
            }
            series.add(
                    new CellReadings.ReadSeries(
                            steps.get(from).aspect, values, read.subList(from, from + strengths)));
        }
        return series;
    }

    /** A number of the picture's own, the same in every workspace. */
    private static long own(ContentHash positive) {
        return Long.parseUnsignedLong(positive.hex(), 0, 16, 16);
    }

    private CellReadings.Rated rated(StoredSet stored) throws ScorerException {
        RatedSet set = stored.set();
        List<Asked> asked = new ArrayList<>();
        List<RatedImage> kept = new ArrayList<>();
        for (RatedImage image : set.images()) {
            Path file = stored.files().get(image.name());
            if (file != null) {
                try {
                    asked.add(new Asked(images.file(file), image.prompt()));
                    kept.add(image);
                } catch (ImageException e) {
                    context.message(e.getMessage());
                }
            }
        }
        return new CellReadings.Rated(
                read(asked, "reading rated images"),
                values(kept, set.visual()),
                values(kept, set.alignment()));
    }

    private static double[] values(List<RatedImage> images, Optional<String> rating) {
        return images.stream().mapToDouble(i -> rating.map(i::rating).orElse(Double.NaN)).toArray();
    }

    private record Asked(ContentHash image, Optional<String> prompt) {}

    private List<AspectEmbeddings> read(List<Asked> all, String stage) throws ScorerException {
        List<AspectEmbeddings> read = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AblateParameters.BATCH_IMAGES) {
            if (context.cancelled()) {
                throw new CancellationException("reading was cancelled");
            }
            int to = Math.min(all.size(), from + AblateParameters.BATCH_IMAGES);
            List<Asked> batch = all.subList(from, to);
            Map<ContentHash, Map<String, Reading>> known =
                    readings.read(batch.stream().map(this::question).toList());
            for (Asked each : batch) {
                read.add(embeddings(each, known.get(each.image)));
            }
            context.progress(stage, to, all.size());
        }
        return read;
    }

    private CachedReadings.Question question(Asked asked) {
        List<String> texts = new ArrayList<>();
        texts.add(instructions.technical());
        texts.add(instructions.aesthetic());
        alignmentText(asked).ifPresent(texts::add);
        return new CachedReadings.Question(asked.image, texts);
    }

    private Optional<String> alignmentText(Asked asked) {
        return asked.prompt
                .filter(p -> !p.isBlank())
                .flatMap(p -> instructions.text(Aspect.ALIGNMENT, Optional.of(p)));
    }

    private AspectEmbeddings embeddings(Asked asked, Map<String, Reading> read)
            throws ScorerException {
        return ReadTuple.embeddings(readings.aspects(read, alignmentText(asked)));
    }
}
