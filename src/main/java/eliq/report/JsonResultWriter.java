package eliq.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A JSON array of objects (RFC 8259), one to a line, all keys in every object. */
final class JsonResultWriter extends ResultWriter {

    private long rows;

    JsonResultWriter(List<ResultColumn> columns, Appendable out) {
        super(columns, out);
    }

    @Override
    void write(List<Optional<Object>> row) throws IOException {
        out().append(rows++ == 0 ? "[\n{" : ",\n{");
        for (int i = 0; i < row.size(); i++) {
            out().append(i == 0 ? "" : ", ");
            string(columns().get(i).name());
            out().append(": ");
            switch (row.get(i).orElse(null)) {
                case null -> out().append("null");
                case String text -> string(text);
                case Object value -> out().append(value.toString());
            }
        }
        out().append('}');
    }

    @Override
    void end() throws IOException {
        out().append(rows == 0 ? "[]\n" : "\n]\n");
    }

    private void string(String text) throws IOException {
        out().append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out().append("\\\"");
                case '\\' -> out().append("\\\\");
                case '\n' -> out().append("\\n");
                case '\r' -> out().append("\\r");
                case '\t' -> out().append("\\t");
                default -> {
                    if (c < 32 || Character.isSurrogate(c) && !paired(text, i)) {
                        out().append(String.format("\\u%04x", (int) c));
                    } else {
                        out().append(c);
                    }
                }
            }
        }
        out().append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
