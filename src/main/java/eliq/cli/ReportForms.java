package eliq.cli;

import eliq.benchmark.Evaluation;
import eliq.report.DocumentFiles;
import eliq.report.EvaluationDocument;
import eliq.report.ReportException;
import eliq.report.ReportForm;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Forms that a report is wanted in. */
final class ReportForms {
    @Option(
            names = "--form",
            split = ",",
            paramLabel = "FORM",
            description = {
                "Of the report: ${COMPLETION-CANDIDATES}; several with commas. Default: all."
            })
    private List<ReportForm> forms = Arrays.asList(ReportForm.values());

    /** Writes them, and says where. */
    void write(Session session, Evaluation evaluation, Path folder) throws ReportException {
        Set<ReportForm> wanted = EnumSet.copyOf(forms);
        for (Path file : DocumentFiles.write(EvaluationDocument.of(evaluation), wanted, folder)) {
            session.display().say("Written: " + file);
        }
    }
}
