package eliq.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

    private static final List<ResultColumn> COLUMNS =
            List.of(
                    ResultColumn.text("image"),
                    ResultColumn.number("visual", 3),
                    ResultColumn.number("n", 0),
                    ResultColumn.truth("ok"));

    private static final String AWKWARD = "a \"b\",\n\t\\c 狐 \uD83E\uDD8A é\u0001";

    @Test
    void csvIsReadBackByAnotherReader() throws Exception {
        String csv = written(ResultFormat.CSV);
        var rows = CSVParser.parse(csv, CSVFormat.RFC4180.builder().setHeader().get()).getRecords();
        assertEquals(AWKWARD, rows.get(0).get("image"));
        assertEquals("0.123456789", rows.get(0).get("visual"));
        assertEquals("", rows.get(1).get("visual"));
        assertTrue(csv.endsWith("\r\n"));
    }

    @Test
    void jsonIsReadBackByAnotherReaderAndHasEveryKey() throws Exception {
        JsonNode json = new ObjectMapper().readTree(written(ResultFormat.JSON));
        assertEquals(AWKWARD, json.get(0).get("image").asText());
        assertEquals(0.123456789, json.get(0).get("visual").asDouble());
        assertEquals(12, json.get(0).get("n").asInt());
        assertTrue(json.get(1).get("visual").isNull());
        assertTrue(json.get(1).has("ok"));
    }

    @Test
    void tableColumnsLineUp() throws Exception {
        StringBuilder out = new StringBuilder();
        try (ResultWriter writer = ResultFormat.TABLE.writer(COLUMNS, out)) {
            writer.row("a.png", 0.12345, 7, true);
            writer.row("much-longer.png", -10.5, Optional.empty(), false);
            writer.row("狐.png", Double.NaN, 12345L, Optional.empty());
        }
        assertEquals(
                """
                image             visual      n  ok
                ---------------  -------  -----  ---
                a.png              0.123      7  yes
                much-longer.png  -10.500      -  no
                狐.png                 -  12345  -
                """,
                out.toString());
    }

    @Test
    void nothingIsADocumentToo() throws ReportException {
        StringBuilder json = new StringBuilder();
        ResultFormat.JSON.writer(COLUMNS, json).close();
        assertEquals("[]\n", json.toString());
        StringBuilder csv = new StringBuilder();
        ResultFormat.CSV.writer(COLUMNS, csv).close();
        assertEquals("image,visual,n,ok\r\n", csv.toString());
    }

    @Test
    void rowsOfCsvAndJsonAreOutBeforeTheNextOneComes() throws ReportException {
        StringBuilder out = new StringBuilder();
        ResultWriter writer = ResultFormat.CSV.writer(COLUMNS, out);
        writer.row("a.png", 1.0, 2, true);
        assertTrue(out.toString().contains("a.png,1.0,2,true\r\n"));
        writer.close();
        writer.close();
    }

    @Test
    void aLongTableStartsToAppearAndLosesNothing() throws ReportException {
        StringBuilder out = new StringBuilder();
        ResultWriter writer = ResultFormat.TABLE.writer(COLUMNS, out);
        for (int i = 0; i < 100; i++) {
            assertTrue(out.isEmpty());
            writer.row("a" + i, 1.0, i, true);
        }
        assertFalse(out.isEmpty());
        writer.row("a".repeat(300), 1.0, 7, true);
        assertTrue(out.toString().contains("a".repeat(300) + "   1.000   7  yes"));
        writer.close();
    }

    @Test
    void aFailingPlaceToWriteToIsOneSentence() {
        Appendable broken =
                new Appendable() {
                    @Override
                    public Appendable append(CharSequence text) throws IOException {
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public Appendable append(CharSequence text, int from, int to)
                            throws IOException {
                        return append(text);
                    }

                    @Override
                    public Appendable append(char c) throws IOException {
                        return append("" + c);
                    }
                };
        ResultWriter writer = ResultFormat.CSV.writer(COLUMNS, broken);
        ReportException e =
                assertThrows(ReportException.class, () -> writer.row("a", 1.0, 1, true));
        assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
    }

    @Test
    void aRowThatDoesNotFitItsColumnsIsAProgrammingError() {
        ResultWriter writer = ResultFormat.CSV.writer(COLUMNS, new StringBuilder());
        assertThrows(IllegalArgumentException.class, () -> writer.row("a", 1.0));
        assertThrows(IllegalArgumentException.class, () -> writer.row(1, 1.0, 1, true));
    }

    private static String written(ResultFormat format) throws ReportException {
        StringBuilder out = new StringBuilder();
        try (ResultWriter writer = format.writer(COLUMNS, out)) {
            writer.row(AWKWARD, 0.123456789, 12, true);
            writer.row("b.png", Optional.empty(), 3, Optional.of(false));
        }
        return out.toString();
    }
}
