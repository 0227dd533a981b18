package eliq.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResultFormatTest {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("image", "Image"),
                    Column.number("visual", "Visual", 2),
                    Column.number("alignment", "Alignment", 2),
                    Column.text("error", "Error"));

    private static String write(ResultFormat format, List<List<?>> rows) throws Exception {
        StringWriter out = new StringWriter();
        try (ResultWriter writer = format.open(out, COLUMNS)) {
            for (List<?> row : rows) {
                writer.row(row);
            }
        }
        return out.toString();
    }

    private static final List<List<?>> ROWS =
            List.of(
                    List.of("a, \"b\".png", 1.25, OptionalDouble.empty(), Optional.empty()),
                    List.of("ümlaut.png", -0.126, OptionalDouble.of(3), Optional.empty()));

    @Test
    void csvHasAHeaderQuotesWhatNeedsItAndLeavesAbsentValuesEmpty() throws Exception {
        assertEquals(
                "image,visual,alignment,error\r\n"
                        + "\"a, \"\"b\"\".png\",1.25,,\r\n"
                        + "ümlaut.png,-0.126,3.0,\r\n",
                write(ResultFormat.CSV, ROWS));
        assertEquals("image,visual,alignment,error\r\n", write(ResultFormat.CSV, List.of()));
    }

    @Test
    void jsonIsAnArrayOfObjectsWithNullForWhatIsAbsent() throws Exception {
        assertEquals(
                """
                [
                  {"image":"a, \\"b\\".png","visual":1.25,"alignment":null,"error":null},
                  {"image":"ümlaut.png","visual":-0.126,"alignment":3.0,"error":null}
                ]
                """,
                write(ResultFormat.JSON, ROWS));
        assertEquals("[]\n", write(ResultFormat.JSON, List.of()));
    }

    @Test
    void aTableAlignsNumbersToTheRightAndLeavesEmptyColumnsOut() throws Exception {
        assertEquals(
                List.of(
                        "Image       Visual  Alignment",
                        "a, \"b\".png    1.25          -",
                        "ümlaut.png   -0.13       3.00"),
                write(ResultFormat.TABLE, ROWS).lines().toList());
    }

    @Test
    void aNumberThatIsNoneIsAbsent() throws Exception {
        assertEquals(
                "image,visual,alignment,error\r\nx,,,\r\n",
                write(ResultFormat.CSV, List.of(List.of("x", Double.NaN, Float.NaN, ""))));
    }

    @Test
    void aRowOfTheWrongLengthIsAFaultOfTheProgram() {
        assertThrows(
                IllegalArgumentException.class,
                () -> write(ResultFormat.CSV, List.of(List.of("x"))));
    }
}
