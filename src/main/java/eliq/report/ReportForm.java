package eliq.report;

import java.util.Locale;

/** Forms of a report. */
public enum ReportForm {
    /** One self-contained file for the browser. */
    HTML("report.html"),
    /** Vector figures, selectable text. */
    PDF("report.pdf"),
    /** A file for each table. */
    CSV("tables"),
    /** All tables in one file. */
    JSON("report.json"),
    /** Tables with booktabs. */
    LATEX("tables.tex"),
    /** Text and tables. */
    MARKDOWN("report.md");

    private final String file;

    ReportForm(String file) {
        this.file = file;
    }

    /** Name of the file, or of the folder, that it is written to. */
    public String file() {
        return file;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
