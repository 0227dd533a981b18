package eliq.report;

import java.nio.charset.Charset;
import java.util.List;

/** Text for the fonts that every PDF reader has, which know Western European characters only. */
final class PdfText {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private PdfText() {}

    /** The text with what the fonts lack replaced by what is nearest. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c ->
                                out.append(
                                        switch (c) {
                                            case '−' -> "-";
                                            // Higher is better unless said otherwise.
                                            case '↑' -> "";
                                            case '↓' -> "(lower better)";
                                            case '≤' -> "<=";
                                            case '≥' -> ">=";
                                            case '✓' -> "yes";
                                            default -> {
                                                String own = Character.toString(c);
                                                yield WESTERN.newEncoder().canEncode(own)
                                                        ? own
                                                        : "?";
                                            }
                                        }));
        return out.toString();
    }

    /** Widths of the columns by what stands in them, none too narrow. */
    static float[] widths(Document.Table table) {
        int n = table.columns().size();
        float[] widths = new float[n];
        for (int i = 0; i < n; i++) {
            float longest = Math.min(12, longestWord(table.columns().get(i).title()));
            float sum = 0;
            for (List<Document.Cell> row : table.rows()) {
                String text =
                        row.get(i) instanceof Document.Cell.Picture
                                ? "x".repeat(14)
                                : Cells.text(row.get(i));
                longest = Math.max(longest, Math.min(24, longestWord(text)));
                sum += Math.min(60, text.length());
            }
            float mean = table.rows().isEmpty() ? 0 : sum / table.rows().size();
            widths[i] = Math.max(longest, 0.8f * mean) + 2;
        }
        return widths;
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split("\\s+")) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
