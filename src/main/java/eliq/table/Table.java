package eliq.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows and named columns, whatever file they came from.
 *
 * @param file they were read from
 * @param form what was found, in words: {@code CSV with ';'}, {@code sheet "Sheet1"}
 * @param header names of the columns; {@code column 1}, {@code column 2} where the file has no header line
 * @param named whether the file has a header line
 * @param rows each as long as the header
 */
public record Table(Path file, String form, List<String> header, boolean named, List<Row> rows) {
    /** The largest file that is read, in bytes. */
    static final long LARGEST = 1L << 28;

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row of cells, without spaces around them.
     *
     * @param line where it begins in the file, from 1; the row's number in a spreadsheet
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Reads a table, told by the file's content: a spreadsheet (XLSX), else delimited text. */
    public static Table read(Path file) throws TableException {
        return read(file, Optional.empty());
    }

    /**
     * Reads a table.
     *
     * @param delimiter of text; absent: the one of comma, semicolon, tab and bar under which the lines agree
     * @throws TableException naming line and reason
     */
    public static Table read(Path file, Optional<Character> delimiter) throws TableException {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                throw new TableException(file + ": larger than 256 MiB; no table of ratings is.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TableException(
                    file + ": could not be read; check the path and its permissions.", e);
        }
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
        return zip ? Spreadsheet.read(file, bytes) : DelimitedText.read(file, bytes, delimiter);
    }

    /** Puts rows under a header: their first one, unless it reads like data. */
    static Table of(Path file, String form, List<Row> rows) throws TableException {
        if (rows.isEmpty()) {
            throw new TableException(file + ": is empty.");
        }
        int width = rows.stream().mapToInt(r -> r.cells.size()).max().orElse(0);
        Row first = padded(rows.getFirst(), width);
        boolean named = first.cells.stream().noneMatch(Table::readsLikeData);
        List<String> header =
                named
                        ? first.cells
                        : IntStream.rangeClosed(1, width).mapToObj(i -> "column " + i).toList();
        List<Row> body = new ArrayList<>();
        for (Row row : named ? rows.subList(1, rows.size()) : rows) {
            body.add(padded(row, width));
        }
        return new Table(file, form, header, named, body);
    }

    private static Row padded(Row row, int width) {
        if (row.cells.size() == width) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells);
        while (cells.size() < width) {
            cells.add("");
        }
        return new Row(row.line, cells);
    }

    private static boolean readsLikeData(String cell) {
        String text = cell.toLowerCase(Locale.ROOT);
        return text.matches(".+\\.(png|jpe?g|webp|bmp|tiff?|gif)")
                || text.matches("[-+]?\\d+([.,]\\d+)?(e[-+]?\\d+)?");
    }

    /**
     * Index of a column.
     *
     * @param name as in the header; capitals and small letters count as the same where that is unambiguous
     * @throws TableException naming the columns that there are
     */
    public int column(String name) throws TableException {
        int exact = header.indexOf(name);
        if (exact >= 0 && exact == header.lastIndexOf(name)) {
            return exact;
        }
        int[] alike =
                IntStream.range(0, header.size())
                        .filter(i -> header.get(i).equalsIgnoreCase(name))
                        .toArray();
        if (alike.length == 1) {
            return alike[0];
        }
        throw new TableException(
                file
                        + ": "
                        + (alike.length > 1 ? "several columns are" : "no column is")
                        + " named '"
                        + name
                        + "'; there are: "
                        + String.join(", ", header)
                        + ".");
    }

    /** The cells of a column, from top to bottom. */
    public List<String> texts(int column) {
        return rows.stream().map(row -> row.cells.get(column)).toList();
    }

    /**
     * The numbers of a column; NaN where a cell is empty or says that there is none ({@code NA}, {@code nan},
     * {@code null}, {@code -}).
     *
     * @throws TableException naming row and column of the first cell that is no number
     */
    public double[] numbers(int column) throws TableException {
        return new NumberColumn(this, column).values();
    }
}
