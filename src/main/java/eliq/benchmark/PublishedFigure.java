package eliq.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A coefficient as others print it. To be read beside measured ones, not to be compared digit by digit: splits, mappings and
 * models differ.
 *
 * @param method as printed
 * @param supervision what labels it saw: {@code none}, {@code 20% of the labels}
 * @param source where it is printed
 */
public record PublishedFigure(
        String method, String supervision, Target target, double srcc, double plcc, String source) {

    private static final String RESOURCE = "published.csv";

    /** What is printed for sets of this layout. */
    public static List<PublishedFigure> of(RatedSetLayout layout) {
        try (InputStream in = PublishedFigure.class.getResourceAsStream(RESOURCE);
                CSVParser rows =
                        CSVParser.parse(
                                new InputStreamReader(in, StandardCharsets.UTF_8),
                                CSVFormat.RFC4180
                                        .builder()
                                        .setHeader()
                                        .setSkipHeaderRecord(true)
                                        .get())) {
            List<PublishedFigure> figures = new ArrayList<>();
            for (CSVRecord row : rows) {
                if (row.get("layout").equals(layout.key())) {
                    figures.add(
                            new PublishedFigure(
                                    row.get("method"),
                                    row.get("supervision"),
                                    Target.valueOf(row.get("target").toUpperCase(Locale.ROOT)),
                                    Double.parseDouble(row.get("srcc")),
                                    Double.parseDouble(row.get("plcc")),
                                    row.get("source")));
                }
            }
            return figures;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the program's own file cannot be read: " + RESOURCE, e);
        }
    }
}
