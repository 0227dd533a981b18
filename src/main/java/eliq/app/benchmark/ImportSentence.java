package eliq.app.benchmark;

import eliq.app.words.Amounts;
import eliq.benchmark.ImportedRatings;

/** What an import came to, in words. */
final class ImportSentence {
    private ImportSentence() {}

    static String of(ImportedRatings imported) {
        StringBuilder text = new StringBuilder();
        text.append("Imported ").append(imported.name()).append(": ");
        text.append(Amounts.count(imported.listed(), "image"));
        text.append(", ").append(imported.found()).append(" with a file");
        if (!imported.missing().isEmpty()) {
            text.append("; ").append(imported.missing().size()).append(" without one, such as ");
            text.append(imported.missing().getFirst());
        }
        if (!imported.ambiguous().isEmpty()) {
            text.append("; ").append(imported.ambiguous().size()).append(" fit several files");
        }
        text.append('.');
        imported.remarks().forEach(remark -> text.append(' ').append(remark));
        return text.toString();
    }
}
