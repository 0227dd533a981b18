package eliq.app;

import eliq.app.library.CatalogShelf;
import eliq.app.library.ImageShelf;
import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import eliq.job.JobEvent;
import eliq.job.JobException;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.library.ImportImages;
import eliq.library.ImportImagesJob;
import eliq.library.ImportedImages;
import java.nio.file.Path;
import java.util.List;

/** Runs the import job for the Library view and words its result. */
final class ImageImport implements CatalogShelf.Importer {

    private final JobRunner jobs;
    private final ImportImagesJob job;

    ImageImport(JobRunner jobs, ImportImagesJob job) {
        this.jobs = jobs;
        this.job = job;
    }

    @Override
    public String run(List<Path> files, ImageShelf.ImportProgress progress)
            throws ImageShelf.ShelfException {
        Runnable unlisten =
                jobs.listen(
                        event -> {
                            if (event instanceof JobEvent.Advanced(_, var now)) {
                                progress.at(now.done(), now.total());
                            }
                        });
        try {
            return switch (jobs.run(job, ImportImages.of(files))) {
                case JobOutcome.Done<ImportedImages>(_, ImportedImages result) -> sentence(result);
                case JobOutcome.Failed<ImportedImages>(_, String reason, _) ->
                        Failure.sentence(reason);
                case JobOutcome.Stopped<ImportedImages> _ -> "The import was stopped.";
            };
        } catch (JobException | CatalogException e) {
            throw new ImageShelf.ShelfException(e.getMessage(), e);
        } finally {
            unlisten.run();
        }
    }

    static String sentence(ImportedImages result) {
        StringBuilder text = new StringBuilder();
        text.append(count(result.added(), "new image")).append(", ");
        text.append(result.withPrompt()).append(" with a prompt");
        if (result.known() > 0) {
            text.append("; ").append(result.known()).append(" were here already");
        }
        if (!result.problems().isEmpty()) {
            text.append("; ").append(result.problems().size()).append(" could not be taken: ");
            text.append(result.problems().getFirst().reason());
            if (result.problems().size() > 1) {
                text.append(" (and ").append(result.problems().size() - 1).append(" more)");
            }
        }
        result.folderProblems().forEach(problem -> text.append("; ").append(problem));
        return text.toString();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
