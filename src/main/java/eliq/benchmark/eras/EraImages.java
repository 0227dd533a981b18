package eliq.benchmark.eras;

import eliq.benchmark.BenchmarkException;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.ImageFiles;
import eliq.image.ImageLimits;
import eliq.image.PromptAnswer;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the images that are to be compared. */
final class EraImages {
    private final Catalog catalog;
    private final List<EraImage> images = new ArrayList<>();
    private final Set<String> eras = new LinkedHashSet<>();
    private final List<String> skipped = new ArrayList<>();

    EraImages(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The positives of a set, those that an auditor rejected left out. */
    void addSet(String name) throws BenchmarkException {
        try {
            Optional<TupleSet> found = catalog.tuples().findSet(name);
            if (found.isEmpty()) {
                throw new BenchmarkException(
                        "There is no set of pairs named '"
                                + name
                                + "'; 'eliq pairs list' shows those there are");
            }
            String era = found.get().era().isBlank() ? name : found.get().era();
            eras.add(era);
            Set<ContentHash> seen = new LinkedHashSet<>();
            for (Tuple tuple : catalog.tuples().all(found.get().id())) {
                if (tuple.verdict() != Verdict.REJECTED && seen.add(tuple.positive())) {
                    Optional<ImageRecord> record = catalog.images().find(tuple.positive());
                    images.add(
                            new EraImage(
                                    era,
                                    tuple.generator(),
                                    record.map(ImageRecord::name)
                                            .orElse(tuple.positive().hex().substring(0, 12)),
                                    tuple.positive(),
                                    Optional.empty(),
                                    Optional.of(tuple.prompt().text())));
                }
            }
        } catch (CatalogException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    /** The images of a folder; one that cannot be read is passed over. */
    void addFolder(ErasParameters.EraFolder folder) throws BenchmarkException {
        eras.add(folder.era());
        ImageFiles.Listing listing = ImageFiles.expand(List.of(folder.folder()));
        skipped.addAll(listing.problems());
        PromptLookup lookup = new PromptLookup(Optional.empty(), table(folder));
        for (Path file : listing.images()) {
            try {
                byte[] bytes = ImageDecoder.readAll(file, ImageLimits.DEFAULT);
                Optional<String> prompt =
                        lookup.find(file, bytes) instanceof PromptAnswer.Found found
                                ? Optional.of(found.text())
                                : Optional.empty();
                images.add(
                        new EraImage(
                                folder.era(),
                                "",
                                file.getFileName().toString(),
                                ContentHash.of(bytes),
                                Optional.of(file.toAbsolutePath().normalize()),
                                prompt));
            } catch (ImageException e) {
                skipped.add(e.getMessage());
            }
        }
    }

    private static Optional<PromptTable> table(ErasParameters.EraFolder folder)
            throws BenchmarkException {
        try {
            return folder.prompts().isPresent()
                    ? Optional.of(PromptTable.read(folder.prompts().get()))
                    : Optional.empty();
        } catch (ImageException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    List<EraImage> images() {
        return List.copyOf(images);
    }

    /** In the order in which they were named. */
    List<String> eras() {
        return List.copyOf(eras);
    }

    List<String> skipped() {
        return List.copyOf(skipped);
    }
}
