package eliq.cli;

import eliq.report.ResultFormat;
import picocli.CommandLine.Option;

/** How results are printed. */
final class FormatOption {
    /** Of a text in a table. */
    private static final int LONGEST = 80;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "How results are printed: ${COMPLETION-CANDIDATES}. Default: table.")
    private ResultFormat format;

    ResultFormat format() {
        return format;
    }

    /** A text as it fits into a table; whole in all other formats. */
    String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return format != ResultFormat.TABLE || line.length() <= LONGEST
                ? text
                : line.substring(0, LONGEST - 3) + "...";
    }
}
