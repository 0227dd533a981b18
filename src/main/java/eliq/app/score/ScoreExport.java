package eliq.app.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.report.Column;
import eliq.report.ScoreColumns;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table as a file: the columns of {@code eliq score}, in the order of the list. */
final class ScoreExport {

    private static final List<String> COLUMNS = ScoreColumns.ALL.stream().map(Column::key).toList();

    private ScoreExport() {}

    /** One row as the CLI would print it; absent values are null. */
    record Line(Path image, String prompt, ScoreRow.State state) {
        static Line of(ScoreRow row) {
            return new Line(row.path(), row.promptProperty().get(), row.stateProperty().get());
        }

        private Map<String, Object> values() {
            Optional<Judgement> judgement =
                    state instanceof ScoreRow.State.Scored(Judgement j)
                            ? Optional.of(j)
                            : Optional.empty();
            Optional<Judgement.Alignment> alignment = judgement.flatMap(Judgement::alignment);
            List<Object> values = new ArrayList<>();
            values.add(image.toString());
            values.add(prompt.isEmpty() ? null : prompt);
            values.add(judgement.map(Judgement::visual).orElse(null));
            values.add(alignment.map(Judgement.Alignment::score).orElse(null));
            values.add(judgement.map(Judgement::technical).orElse(null));
            values.add(judgement.map(Judgement::aesthetic).orElse(null));
            values.add(alignment.map(Judgement.Alignment::high).orElse(null));
            values.add(judgement.map(Judgement::technicalGate).orElse(null));
            values.add(judgement.map(Judgement::aestheticGate).orElse(null));
            values.add(state instanceof ScoreRow.State.Failed(String reason) ? reason : null);
            Map<String, Object> byName = new LinkedHashMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                byName.put(COLUMNS.get(i), values.get(i));
            }
            return byName;
        }
    }

    static String csv(List<Line> lines) {
        return table(lines, CSVFormat.RFC4180);
    }

    /** Columns divided by tabs, as spreadsheets paste them. */
    static String tabs(List<Line> lines) {
        return table(lines, CSVFormat.TDF);
    }

    private static String table(List<Line> lines, CSVFormat format) {
        StringWriter out = new StringWriter();
        try (CSVPrinter printer =
                new CSVPrinter(
                        out, format.builder().setHeader(COLUMNS.toArray(String[]::new)).get())) {
            for (Line line : lines) {
                printer.printRecord(line.values().values());
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out.toString();
    }

    static String json(List<Line> lines) {
        try {
            return new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(lines.stream().map(Line::values).toList());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written as JSON", e);
        }
    }
}
