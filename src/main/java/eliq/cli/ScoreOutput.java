package eliq.cli;

import eliq.report.ScoreColumns;
import eliq.scorer.PromptMix;
import eliq.scorer.ScoreImagesResult;
import eliq.scorer.ScoredImage;
import eliq.scorer.ScorerException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** How the scores of images are printed and kept, by the command that made them or goes on with them. */
final class ScoreOutput {
    private static final int NOTES_SHOWN = 10;

    @Mixin private FormatOption format;

    @Mixin private CsvOption csv;

    void check() throws UsageException {
        csv.check();
    }

    /**
     * Prints every image's row, and on the error stream what a person should know beside the numbers.
     *
     * @return whether all images have a score
     */
    boolean print(Session session, ScoreImagesResult result)
            throws ScorerException, CommandException, IOException {
        List<ScoredImage> rows = ScoredImage.readAll(result.rows());
        remark(session, rows);
        csv.write(
                session,
                ScoreColumns.ALL,
                rows.stream().map(row -> ScoreColumns.row(row, row.prompt())).toList());
        List<List<?>> shown = new ArrayList<>();
        rows.forEach(row -> shown.add(ScoreColumns.row(row, row.prompt().map(format::shown))));
        session.print(format.format(), ScoreColumns.ALL, shown);
        if (result.failed() > 0) {
            session.display()
                    .complain(
                            result.failed()
                                    + " of "
                                    + rows.size()
                                    + " images could not be scored; the column error says why.");
        }
        return result.failed() == 0;
    }

    /** Doubts about prompts, and what cannot be compared. */
    private static void remark(Session session, List<ScoredImage> rows) {
        Map<String, List<ScoredImage>> notes = new LinkedHashMap<>();
        for (ScoredImage row : rows) {
            row.note().ifPresent(n -> notes.computeIfAbsent(n, _ -> new ArrayList<>()).add(row));
        }
        notes.entrySet().stream()
                .limit(NOTES_SHOWN)
                .forEach(
                        e ->
                                session.display()
                                        .say(
                                                e.getValue().getFirst().image()
                                                        + more(e.getValue().size() - 1)
                                                        + ": "
                                                        + e.getKey()));
        if (notes.size() > NOTES_SHOWN) {
            session.display().say("... and " + (notes.size() - NOTES_SHOWN) + " more remarks.");
        }
        PromptMix.of(
                        rows.stream()
                                .filter(row -> row.visual().isPresent())
                                .map(row -> row.alignment().isPresent())
                                .toList())
                .remark()
                .ifPresent(session.display()::say);
    }

    private static String more(int others) {
        return others == 0 ? "" : " and " + others + " more";
    }
}
