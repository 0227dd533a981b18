package eliq.report;

import eliq.report.Document.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of a {@link Document} in LaTeX with booktabs, to be pasted into a paper. */
final class LatexTables {
    private LatexTables() {}

    static String of(Document document) {
        StringBuilder out = new StringBuilder();
        out.append("% ").append(document.title().replaceAll("\\R", " ")).append('\n');
        out.append("% ").append(document.origin().replaceAll("\\R", " ")).append('\n');
        out.append("% needs \\usepackage{booktabs}\n");
        document.tables().stream().filter(LatexTables::suits).forEach(table -> table(out, table));
        return out.toString();
    }

    /** Tables of pictures and of how to repeat the run are not for papers. */
    private static boolean suits(Document.Table table) {
        return table.rows().stream()
                .noneMatch(
                        row ->
                                row.stream()
                                        .anyMatch(
                                                cell ->
                                                        cell instanceof Cell.Picture
                                                                || cell instanceof Cell.Code));
    }

    private static void table(StringBuilder out, Document.Table table) {
        String columns =
                table.columns().stream()
                        .map(column -> column.number() ? "r" : "l")
                        .collect(Collectors.joining());
        out.append("\n\\begin{table}\n  \\centering\n  \\caption{");
        out.append(escape(table.caption())).append("}\n  \\label{tab:").append(table.key());
        out.append("}\n  \\begin{tabular}{").append(columns).append("}\n    \\toprule\n");
        out.append(line(table.columns().stream().map(column -> escape(column.title())).toList()));
        out.append("    \\midrule\n");
        for (List<Cell> row : table.rows()) {
            out.append(line(row.stream().map(LatexTables::cell).toList()));
        }
        out.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n");
    }

    private static String line(List<String> cells) {
        return "    " + String.join(" & ", cells) + " \\\\\n";
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Number(double value, int decimals) -> number(value, decimals);
            case Cell.Interval interval ->
                    number(interval.value(), interval.decimals())
                            + (interval.open() || !Double.isFinite(interval.value())
                                    ? ""
                                    : " {\\scriptsize ["
                                            + number(interval.lower(), interval.decimals())
                                            + ", "
                                            + number(interval.upper(), interval.decimals())
                                            + "]}");
            default -> escape(Cells.text(cell));
        };
    }

    private static String number(double value, int decimals) {
        String text = Numbers.fixed(value, decimals);
        return text.startsWith("−") ? "$-$" + text.substring(1) : text.replace("–", "--");
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(
                    switch (c) {
                        case '\\' -> "\\textbackslash{}";
                        case '{', '}', '$', '&', '#', '_', '%' -> "\\" + c;
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '↑' -> "$\\uparrow$";
                        case '↓' -> "$\\downarrow$";
                        case '−' -> "$-$";
                        case '–' -> "--";
                        case '±' -> "$\\pm$";
                        case '\n', '\r', '\t' -> " ";
                        default -> Character.toString(c);
                    });
        }
        return out.toString();
    }
}
