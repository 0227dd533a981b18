package eliq.benchmark;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Rating;
import eliq.file.WholeFile;
import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.library.ImportImages;
import eliq.library.ImportImagesJob;
import eliq.library.ImportedImages;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Brings a rated set into the workspace: reads the index, finds the images, keeps ratings and places. Copies no image. A set of
 * the same name is replaced: its list, its places, and all ratings that the catalogue has of it.
 */
public final class ImportRatingsJob implements Job<ImportRatings, ImportedRatings> {
    private static final int BATCH = 500;

    private final Catalog catalog;
    private final RatedSetStore sets;
    private final ImportImagesJob importImages;

    public ImportRatingsJob(Catalog catalog, ImportImagesJob importImages) {
        this.catalog = catalog;
        this.sets = new RatedSetStore(catalog.folder());
        this.importImages = importImages;
    }

    @Override
    public String kind() {
        return "import-ratings";
    }

    @Override
    public Class<ImportRatings> parametersType() {
        return ImportRatings.class;
    }

    @Override
    public Class<ImportedRatings> resultType() {
        return ImportedRatings.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public ImportedRatings run(ImportRatings parameters, JobContext context) throws Exception {
        if (!RatedSetStore.isName(parameters.name())) {
            throw new BenchmarkException(
                    "'"
                            + parameters.name()
                            + "' cannot name a set; use letters, digits, '.', '_' and '-'");
        }
        context.progress("Reading the index", 0, 0);
        RatedSet set =
                new RatedSetReader(
                                parameters.name(),
                                parameters.layout(),
                                parameters.columns(),
                                parameters.delimiter())
                        .read(parameters.index());
        Optional<ImageMatch> match =
                parameters
                        .images()
                        .map(
                                folder ->
                                        ImageMatch.find(
                                                set.images().stream()
                                                        .map(RatedImage::name)
                                                        .toList(),
                                                folder));
        context.checkCancelled();
        Map<String, Path> files = match.map(ImageMatch::files).orElse(Map.of());
        List<String> remarks = new ArrayList<>(set.remarks());
        if (match.isPresent() && match.get().byStem() > 0) {
            remarks.add(
                    match.get().byStem()
                            + " images were found under the same name with another extension.");
        }
        Optional<String> before = before(set.name());
        Map<ContentHash, RatedImage> rated =
                parameters.catalogue() && !files.isEmpty()
                        ? catalogue(set, files, remarks, context)
                        : Map.of();
        int removed = keep(set, rated);
        before.ifPresent(
                text ->
                        remarks.add(
                                text
                                        + (removed > 0
                                                ? ", and its "
                                                        + removed
                                                        + " ratings in the catalogue."
                                                : ".")));
        // Last: a job that was killed before finds the earlier set still there, and says what it
        // replaces.
        sets.save(
                new StoredSet(
                        set,
                        parameters.images(),
                        files,
                        match.map(m -> m.extra().size()).orElse(0),
                        Instant.now()));
        return result(set, match, remarks);
    }

    /** That there was a set of this name; empty where there was none. */
    private Optional<String> before(String name) throws BenchmarkException {
        if (!sets.names().contains(name)) {
            return Optional.empty();
        }
        String replaces = "This replaces the set '" + name + "'";
        try {
            StoredSet stored = sets.load(name);
            return Optional.of(
                    replaces
                            + " of "
                            + stored.set().images().size()
                            + " images, "
                            + stored.files().size()
                            + " with a file, that was imported at "
                            + stored.imported().truncatedTo(ChronoUnit.SECONDS));
        } catch (BenchmarkException e) {
            // Importing again is the cure for a file that cannot be read.
            return Optional.of(replaces + ", which could no longer be read");
        }
    }

    private Map<ContentHash, RatedImage> catalogue(
            RatedSet set, Map<String, Path> files, List<String> remarks, JobContext context)
            throws Exception {
        Path prompts = context.directory().resolve("prompts.csv");
        boolean prompted = writePrompts(set, files, prompts);
        ImportedImages imported =
                importImages.run(
                        new ImportImages(
                                List.copyOf(files.values()),
                                prompted ? Optional.of(prompts) : Optional.empty(),
                                Optional.empty(),
                                false),
                        context.part("images"));
        imported.problems().forEach(p -> remarks.add(p.reason()));
        Map<ContentHash, RatedImage> rated = new LinkedHashMap<>();
        int done = 0;
        for (RatedImage image : set.images()) {
            if (files.containsKey(image.name())) {
                context.checkCancelled();
                hash(files.get(image.name())).ifPresent(hash -> rated.put(hash, image));
                context.progress("Keeping ratings", ++done, files.size());
            }
        }
        return rated;
    }

    private static Optional<ContentHash> hash(Path file) {
        try {
            return Optional.of(ContentHash.of(file));
        } catch (ImageException e) {
            // What cannot be read was named by the import of images.
            return Optional.empty();
        }
    }

    /** Puts these ratings in the place of all that were there of the set; returns how many there were. */
    private int keep(RatedSet set, Map<ContentHash, RatedImage> rated) throws CatalogException {
        int removed = catalog.ratings().remove(set.name());
        List<Rating> ratings = new ArrayList<>();
        for (Map.Entry<ContentHash, RatedImage> each : rated.entrySet()) {
            if (catalog.images().contains(each.getKey())) {
                each.getValue()
                        .ratings()
                        .forEach(
                                (name, value) ->
                                        ratings.add(rating(set, each.getKey(), name, value)));
            }
            if (ratings.size() > BATCH) {
                catalog.ratings().saveAll(ratings);
                ratings.clear();
            }
        }
        catalog.ratings().saveAll(ratings);
        return removed;
    }

    private static Rating rating(RatedSet set, ContentHash image, String name, MeanRating value) {
        return new Rating(
                set.name(),
                image,
                name,
                value.value(),
                value.spread().isPresent()
                        ? OptionalDouble.of(value.spread().get())
                        : OptionalDouble.empty(),
                value.count().isPresent()
                        ? OptionalInt.of(value.count().get())
                        : OptionalInt.empty());
    }

    private static boolean writePrompts(RatedSet set, Map<String, Path> files, Path table)
            throws BenchmarkException {
        StringWriter text = new StringWriter();
        boolean any = false;
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("image", "prompt");
            for (RatedImage image : set.images()) {
                if (files.containsKey(image.name()) && image.prompt().isPresent()) {
                    csv.printRecord(files.get(image.name()), image.prompt().get());
                    any = true;
                }
            }
            WholeFile.write(table, text.toString());
            return any;
        } catch (IOException e) {
            throw new BenchmarkException(table + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static ImportedRatings result(
            RatedSet set, Optional<ImageMatch> match, List<String> remarks) {
        return new ImportedRatings(
                set.name(),
                set.layout().title(),
                set.images().size(),
                set.prompts(),
                match.map(m -> m.files().size()).orElse(0),
                match.map(ImageMatch::missing).orElse(List.of()),
                match.map(ImageMatch::ambiguous).orElse(List.of()),
                match.map(m -> m.extra().stream().map(Path::toString).toList()).orElse(List.of()),
                set.visual().map(name -> count(set, name)),
                set.alignment().map(name -> count(set, name)),
                set.columns(),
                remarks);
    }

    private static ImportedRatings.RatingCount count(RatedSet set, String name) {
        List<MeanRating> ratings =
                set.images().stream()
                        .filter(i -> i.ratings().containsKey(name))
                        .map(i -> i.ratings().get(name))
                        .toList();
        DoubleSummaryStatistics range =
                ratings.stream().mapToDouble(MeanRating::value).summaryStatistics();
        return new ImportedRatings.RatingCount(
                name,
                ratings.size(),
                (int) ratings.stream().filter(r -> r.spread().isPresent()).count(),
                ratings.isEmpty() ? 0 : range.getMin(),
                ratings.isEmpty() ? 0 : range.getMax());
    }
}
