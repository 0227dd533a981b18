package eliq.cli;

import eliq.report.ResultFormat;
import picocli.CommandLine.Option;

/** How results are printed. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "How results are printed: ${COMPLETION-CANDIDATES}. Default: table.")
    private ResultFormat format;

    ResultFormat format() {
        return format;
    }
}
