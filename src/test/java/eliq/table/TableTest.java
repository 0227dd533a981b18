package eliq.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @TempDir Path folder;

    private Path file(String text, Charset charset) throws Exception {
        return Files.write(folder.resolve("ratings.csv"), text.getBytes(charset));
    }

    private Path file(String text) throws Exception {
        return file(text, StandardCharsets.UTF_8);
    }

    private static String message(Path file) {
        return assertThrows(TableException.class, () -> Table.read(file)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsTheOneUnderWhichTheRowsAgree(String delimiter) throws Exception {
        Table table =
                Table.read(
                        file(
                                "image,prompt,mos\na.png,\"red, green; blue\",1.5\nb.png,x,2\n"
                                        .replace(",", delimiter)
                                        .replace("red" + delimiter, "red,")));
        assertEquals(List.of("image", "prompt", "mos"), table.header());
        assertEquals("red, green; blue", table.rows().getFirst().cells().get(1));
        assertArrayEquals(new double[] {1.5, 2}, table.numbers(2));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumnsName() throws Exception {
        assertEquals("image", Table.read(file("\uFEFFimage,mos\na.png,1\n")).header().getFirst());
        assertEquals(
                "image",
                Table.read(file("\uFEFFimage\tmos\na.png\t1\n", StandardCharsets.UTF_16LE))
                        .header()
                        .getFirst());
    }

    @Test
    void textThatIsNotUtf8IsTakenAsLatin1() throws Exception {
        Table table = Table.read(file("image,prompt\na.png,café\n", StandardCharsets.ISO_8859_1));
        assertEquals("café", table.rows().getFirst().cells().get(1));
    }

    @Test
    void aFirstRowThatReadsLikeDataIsNoHeader() throws Exception {
        Table table = Table.read(file("a.png,a fox,3.5\nb.png,a cat,2\n"));
        assertFalse(table.named());
        assertEquals(List.of("column 1", "column 2", "column 3"), table.header());
        assertEquals(2, table.rows().size());
    }

    @Test
    void decimalCommasAreReadWhereAWholeColumnHasThem() throws Exception {
        Table table = Table.read(file("image;mos\na.png;3,25\nb.png;4\nc.png;\nd.png;-0,5\n"));
        assertArrayEquals(new double[] {3.25, 4, Double.NaN, -0.5}, table.numbers(1));
    }

    @Test
    void pointsAndCommasInOneColumnAreNotGuessed() throws Exception {
        Table table = Table.read(file("image;mos\na.png;3,25\nb.png;4.5\n"));
        String message = assertThrows(TableException.class, () -> table.numbers(1)).getMessage();
        assertTrue(
                message.endsWith(
                        "ratings.csv, row 2, column 'mos': '3,25' is no number: other rows have a decimal point; use one notation."),
                message);
    }

    @Test
    void textInANumberColumnIsNamedByRowAndColumn() throws Exception {
        Table table = Table.read(file("image,prompt,mos\na.png,\"two\nlines\",1\nb.png,x,good\n"));
        String message = assertThrows(TableException.class, () -> table.numbers(2)).getMessage();
        assertTrue(message.contains("row 4, column 'mos': 'good' is no number"), message);
    }

    @Test
    void aRowOfAnotherLengthIsNamedWithTheLikelyReason() throws Exception {
        String message = message(file("image,prompt,mos\na.png,x,1\nb.png,red, green,2\n"));
        assertTrue(
                message.contains("row 3: has 4 fields where the first row has 3 (delimiter ',')"),
                message);
    }

    @Test
    void aDelimiterThatIsNotTheFilesLeavesOneColumn() throws Exception {
        Path file = file("image;mos\na.png;1\n");
        Table table = Table.read(file, Optional.of(','));
        String message = assertThrows(TableException.class, () -> table.column("mos")).getMessage();
        assertTrue(message.endsWith("no column is named 'mos'; there are: image;mos."), message);
    }

    @Test
    void quotesThatDoNotMatchAndFilesThatAreNoTextAreRefused() throws Exception {
        assertTrue(message(file("image,prompt\na.png,\"open\n")).contains("quotes do not match"));
        assertTrue(message(file("abc\0def\n")).contains("is no text"));
        assertTrue(message(file("")).endsWith("is empty."));
    }

    @Test
    void aWorkbookWithEmptySheetsCellsAndRowsIsRead() throws Exception {
        // Written by openpyxl 3.1; its first sheet is empty.
        Table table = Table.read(Path.of("src/test/resources/table/ratings.xlsx"));
        assertEquals("sheet \"Ratings\"", table.form());
        assertEquals(List.of("Image name", "Prompt", "MOS"), table.header());
        assertEquals(
                List.of("00001.jpg", "a fox, \"red\" & quick", "48.86"),
                table.rows().get(0).cells());
        assertEquals(List.of("00002.jpg", "", "62.5"), table.rows().get(1).cells());
        assertEquals(5, table.rows().get(2).line());
        assertArrayEquals(new double[] {48.86, 62.5, Double.NaN}, table.numbers(2));
    }

    @Test
    void damagedWorkbooksAndOtherArchivesAreRefused() throws Exception {
        byte[] good = Files.readAllBytes(Path.of("src/test/resources/table/ratings.xlsx"));
        Path cut =
                Files.write(
                        folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(good, good.length / 2));
        assertTrue(message(cut).startsWith(cut + ": "), message(cut));
        Path zip = folder.resolve("other.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("a.txt"));
        }
        assertTrue(message(zip).contains("no XLSX workbook"), message(zip));
    }
}
