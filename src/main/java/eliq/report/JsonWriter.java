package eliq.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An array of objects, one a line. */
final class JsonWriter implements ResultWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer out;
    private final List<Column> columns;
    private boolean begun;

    JsonWriter(Writer out, List<Column> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
    }

    @Override
    public void row(List<?> values) throws IOException {
        List<Optional<Object>> plain = Values.of(values, columns);
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i).key(), plain.get(i).orElse(null));
        }
        out.write(begun ? ",\n  " : "[\n  ");
        begun = true;
        out.write(JSON.writeValueAsString(object));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.write(begun ? "\n]\n" : "[]\n");
        out.flush();
    }
}
