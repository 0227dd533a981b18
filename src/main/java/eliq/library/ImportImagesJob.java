package eliq.library;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.image.ImageFiles;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.library.ImageIntake.Looked;
import eliq.library.ImportJournal.Entry;
import eliq.library.ImportJournal.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings image files into the catalogue with their prompts. A file that cannot be taken is reported and the rest goes on;
 * content that is there already is not kept twice.
 */
public final class ImportImagesJob implements Job<ImportImages, ImportedImages> {
    /** Files between two savings. */
    private static final int BATCH = 32;

    /** Decoders hold a whole picture each: more at once would cost memory rather than save time. */
    private static final int MOST_THREADS = 4;

    private final Catalog catalog;

    public ImportImagesJob(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String kind() {
        return "import-images";
    }

    @Override
    public Class<ImportImages> parametersType() {
        return ImportImages.class;
    }

    @Override
    public Class<ImportedImages> resultType() {
        return ImportedImages.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public ImportedImages run(ImportImages parameters, JobContext context) throws Exception {
        Optional<PromptTable> table = Optional.empty();
        if (parameters.prompts().isPresent()) {
            table = Optional.of(PromptTable.read(parameters.prompts().get()));
        }
        ImageIntake intake =
                new ImageIntake(
                        catalog, new PromptLookup(parameters.prompt(), table), parameters.copy());
        ImageFiles.Listing listing = ImageFiles.expand(parameters.sources());
        ImportJournal journal = new ImportJournal(context.directory());
        List<Path> todo = listing.images().stream().filter(file -> !journal.has(file)).toList();

        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        try (ExecutorService lookers = Executors.newFixedThreadPool(threads)) {
            for (int from = 0; from < todo.size(); from += BATCH) {
                context.progress(
                        "Importing images",
                        listing.images().size() - todo.size() + from,
                        listing.images().size());
                context.checkCancelled();
                List<Path> batch = todo.subList(from, Math.min(from + BATCH, todo.size()));
                keep(intake, journal, look(intake, batch, lookers));
            }
        }
        context.progress("Importing images", listing.images().size(), listing.images().size());
        return summary(journal, listing);
    }

    /** Either what was found out about a file, or why it cannot be taken. */
    private sealed interface Look {
        record Good(Looked looked) implements Look {}

        record Bad(Path file, String reason) implements Look {}
    }

    private static List<Look> look(ImageIntake intake, List<Path> files, ExecutorService lookers)
            throws InterruptedException, ExecutionException {
        List<Future<Look>> futures = new ArrayList<>();
        for (Path file : files) {
            futures.add(lookers.submit(() -> look(intake, file)));
        }
        List<Look> looks = new ArrayList<>();
        for (Future<Look> future : futures) {
            looks.add(future.get());
        }
        return looks;
    }

    private static Look look(ImageIntake intake, Path file) throws CatalogException {
        try {
            return new Look.Good(intake.look(file));
        } catch (ImageException e) {
            return new Look.Bad(file, e.getMessage());
        }
    }

    private void keep(ImageIntake intake, ImportJournal journal, List<Look> looks)
            throws CatalogException, LibraryException {
        Set<ContentHash> ours = new HashSet<>();
        for (Look look : looks) {
            if (look instanceof Look.Good(Looked looked)) {
                ContentHash hash = looked.image().hash();
                if (journal.wasAnnounced(hash) || !catalog.images().contains(hash)) {
                    ours.add(hash);
                }
            }
        }
        journal.announce(List.copyOf(ours));
        List<Entry> done =
                catalog.transaction(
                        () -> {
                            List<Entry> entries = new ArrayList<>();
                            for (Look look : looks) {
                                entries.add(
                                        switch (look) {
                                            case Look.Bad(Path file, String reason) ->
                                                    new Entry(
                                                            file,
                                                            Outcome.PROBLEM,
                                                            false,
                                                            "",
                                                            reason);
                                            case Look.Good(Looked looked) ->
                                                    kept(intake, looked, ours);
                                        });
                            }
                            return entries;
                        });
        journal.finish(done);
    }

    private static Entry kept(ImageIntake intake, Looked looked, Set<ContentHash> ours)
            throws CatalogException {
        intake.keep(looked);
        // The first file of a content that this import brings counts as added, its copies as known.
        boolean added = ours.remove(looked.image().hash());
        return new Entry(
                looked.file(),
                added ? Outcome.ADDED : Outcome.KNOWN,
                looked.prompt().isPresent(),
                looked.image().hash().hex(),
                "");
    }

    private static ImportedImages summary(ImportJournal journal, ImageFiles.Listing listing) {
        int added = 0;
        int known = 0;
        int prompted = 0;
        List<ImportedImages.Problem> problems = new ArrayList<>();
        for (Entry entry : journal.entries()) {
            switch (entry.outcome()) {
                case ADDED -> added++;
                case KNOWN -> known++;
                case PROBLEM ->
                        problems.add(new ImportedImages.Problem(entry.file(), entry.reason()));
            }
            prompted += entry.prompted() ? 1 : 0;
        }
        return new ImportedImages(
                added, known, prompted, listing.skipped(), problems, listing.problems());
    }
}
