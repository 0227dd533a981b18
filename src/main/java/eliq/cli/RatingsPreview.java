package eliq.cli;

import eliq.benchmark.ImportPreview;
import eliq.benchmark.ImportRatings;
import eliq.benchmark.ImportedRatings.RatingCount;
import eliq.benchmark.RatedSet;
import eliq.report.Column;
import eliq.report.ResultFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an import of ratings would do, said instead of done. */
final class RatingsPreview {
    private final Session session;
    private final ResultFormat format;

    RatingsPreview(Session session, ResultFormat format) {
        this.session = session;
        this.format = format;
    }

    /** Prints it; a failure where nothing could be imported like this. */
    int of(ImportRatings wanted) throws Exception {
        ImportPreview preview = ImportPreview.of(wanted);
        if (!preview.header().isEmpty()) {
            session.display().say("columns: " + String.join(", ", preview.header()));
        }
        preview.problem().ifPresent(session.display()::complain);
        if (preview.set().isEmpty()) {
            return Failures.FAILURE;
        }
        RatedSet set = preview.set().get();
        set.columns().forEach(session.display()::say);
        set.remarks().forEach(session.display()::say);
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("layout", set.layout().title()));
        rows.add(List.of("images", set.images().size()));
        rows.add(List.of("prompts", set.prompts()));
        preview.match()
                .ifPresent(
                        match -> {
                            rows.add(List.of("images found", match.files().size()));
                            rows.add(List.of("images missing", match.missing().size()));
                            rows.add(List.of("images ambiguous", match.ambiguous().size()));
                            rows.add(List.of("files not listed", match.extra().size()));
                        });
        for (RatingCount rating : preview.ratings()) {
            rows.add(
                    List.of(
                            role(set, rating.name()) + " " + rating.name(),
                            rating.images()
                                    + " images, "
                                    + rating.lowest()
                                    + " to "
                                    + rating.highest()));
        }
        preview.raters()
                .ifPresent(
                        raters ->
                                rows.add(
                                        List.of(
                                                "raters",
                                                raters.fewest() + " to " + raters.most())));
        session.print(
                format, List.of(Column.text("fact", "Fact"), Column.text("value", "Value")), rows);
        return Failures.OK;
    }

    private static String role(RatedSet set, String rating) {
        return set.visual().equals(Optional.of(rating))
                ? "visual rating"
                : set.alignment().equals(Optional.of(rating)) ? "alignment rating" : "rating";
    }
}
