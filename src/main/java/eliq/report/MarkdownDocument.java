package eliq.report;

import eliq.report.Document.Block;
import java.util.List;
import java.util.stream.Collectors;

/** Text and tables of a {@link Document} as Markdown; of figures the captions. */
final class MarkdownDocument {
    private MarkdownDocument() {}

    static String of(Document document) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(document.title()).append("\n\n");
        out.append(document.lead()).append("\n\n").append(document.origin()).append("\n");
        for (Document.Section section : document.sections()) {
            out.append("\n## ").append(section.title()).append("\n");
            section.blocks().forEach(block -> block(out, block));
        }
        return out.toString();
    }

    private static void block(StringBuilder out, Block block) {
        switch (block) {
            case Block.Heading(String text) -> out.append("\n### ").append(text).append("\n");
            case Block.Paragraph(String text) -> out.append("\n").append(text).append("\n");
            case Block.Warning(String text) ->
                    out.append("\n> **Note.** ").append(text).append("\n");
            case Block.Figures figures -> {}
            case Block.Tabular(Document.Table table) -> table(out, table);
        }
    }

    private static void table(StringBuilder out, Document.Table table) {
        out.append("\n");
        if (!table.caption().isEmpty()) {
            out.append(table.caption()).append("\n\n");
        }
        out.append(line(table.columns().stream().map(Document.Column::title).toList()));
        out.append(
                line(
                        table.columns().stream()
                                .map(column -> column.number() ? "---:" : "---")
                                .toList()));
        for (List<Document.Cell> row : table.rows()) {
            out.append(line(row.stream().map(Cells::text).toList()));
        }
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
