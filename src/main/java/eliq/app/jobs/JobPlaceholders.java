package eliq.app.jobs;

import eliq.app.placeholder.Placeholder;
import java.util.List;
import javafx.scene.Node;

/** What stands in place of the jobs where there are none to show. */
final class JobPlaceholders {
    private JobPlaceholders() {}

    /** @param openLibrary leads to where images are imported */
    static Node empty(Runnable openLibrary) {
        return Placeholder.empty(
                "fth-list",
                "Nothing ran yet",
                "Imports, generations, degradations, pair sets, trainings and evaluations appear here, and scorings that "
                        + "the command line began: while they wait, while they run, and ever after.",
                List.of(
                        new Placeholder.Door(
                                "Import images in the Library", "fth-image", openLibrary)));
    }

    static Node noMatch(JobFilter filter, JobsViewModel model) {
        return Placeholder.empty(
                "fth-filter",
                "No job is here",
                "Of all jobs, none is listed under “" + filter.title() + "”.",
                List.of(
                        new Placeholder.Door(
                                "Show all jobs",
                                "fth-list",
                                () -> model.filterProperty().set(JobFilter.ALL))));
    }

    static Node failed(String reason, JobsViewModel model) {
        return Placeholder.failed(
                "The jobs cannot be read",
                reason,
                new Placeholder.Door("Try again", "fth-refresh-cw", model::refresh));
    }
}
