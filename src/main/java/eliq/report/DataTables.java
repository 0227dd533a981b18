package eliq.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.report.Document.Cell;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The tables of a {@link Document} for programs: all digits, intervals in columns of their own, nothing where there is nothing. */
final class DataTables {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter PRETTY = MAPPER.writer(SerializationFeature.INDENT_OUTPUT);

    private DataTables() {}

    /** One table as RFC 4180. */
    static String csv(Document.Table table) throws IOException {
        StringWriter out = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            boolean[] intervals = intervals(table);
            List<Object> header = new ArrayList<>();
            for (int i = 0; i < intervals.length; i++) {
                String key = table.columns().get(i).key();
                header.add(key);
                if (intervals[i]) {
                    header.add(key + "_lower");
                    header.add(key + "_upper");
                }
            }
            csv.printRecord(header);
            for (List<Cell> row : table.rows()) {
                List<Object> cells = new ArrayList<>();
                for (int i = 0; i < intervals.length; i++) {
                    cells.add(plain(row.get(i)));
                    if (intervals[i]) {
                        boolean has = row.get(i) instanceof Cell.Interval;
                        cells.add(has ? number(((Cell.Interval) row.get(i)).lower()) : "");
                        cells.add(has ? number(((Cell.Interval) row.get(i)).upper()) : "");
                    }
                }
                csv.printRecord(cells);
            }
        }
        return out.toString();
    }

    private static boolean[] intervals(Document.Table table) {
        boolean[] intervals = new boolean[table.columns().size()];
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < intervals.length; i++) {
                intervals[i] |= row.get(i) instanceof Cell.Interval;
            }
        }
        return intervals;
    }

    private static Object plain(Cell cell) {
        return switch (cell) {
            case Cell.Number(double value, int decimals) -> number(value);
            case Cell.Interval interval -> number(interval.value());
            default -> Cells.text(cell);
        };
    }

    private static Object number(double value) {
        return Double.isFinite(value)
                ? value == Math.rint(value) && Math.abs(value) < 1e15
                        ? (Object) (long) value
                        : value
                : "";
    }

    /** All tables by key: arrays of objects. */
    static String json(Document document) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("title", document.title());
        root.put("origin", document.origin());
        ObjectNode tables = root.putObject("tables");
        for (Document.Table table : document.tables()) {
            ArrayNode rows = tables.putArray(table.key());
            for (List<Cell> row : table.rows()) {
                ObjectNode object = rows.addObject();
                for (int i = 0; i < row.size(); i++) {
                    put(object, table.columns().get(i).key(), row.get(i));
                }
            }
        }
        try {
            return PRETTY.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    private static void put(ObjectNode object, String key, Cell cell) {
        switch (cell) {
            case Cell.Number(double value, int decimals) -> put(object, key, value);
            case Cell.Interval interval -> {
                put(object, key, interval.value());
                put(object, key + "_lower", interval.lower());
                put(object, key + "_upper", interval.upper());
            }
            default -> object.put(key, Cells.text(cell));
        }
    }

    private static void put(ObjectNode object, String key, double value) {
        if (!Double.isFinite(value)) {
            object.putNull(key);
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            object.put(key, (long) value);
        } else {
            object.put(key, value);
        }
    }
}
