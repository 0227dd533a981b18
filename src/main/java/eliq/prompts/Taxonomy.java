package eliq.prompts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The seven categories divided into sub-concepts, so that a set of prompts can be checked for covering each.
 *
 * @param concepts in the file's order
 */
public record Taxonomy(List<Concept> concepts) {
    private static final String RESOURCE = "/eliq/prompts/taxonomy.csv";

    /**
     * @param category that it divides
     * @param name as shown
     * @param subjects lexicon ids that stand for it
     */
    public record Concept(Category category, String name, List<String> subjects) {
        public Concept {
            subjects = List.copyOf(subjects);
        }
    }

    public Taxonomy {
        concepts = List.copyOf(concepts);
    }

    /** The shipped taxonomy. */
    public static Taxonomy shipped() {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        List<Concept> concepts = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.builder()
                        .setReader(
                                new InputStreamReader(
                                        Taxonomy.class.getResourceAsStream(RESOURCE),
                                        StandardCharsets.UTF_8))
                        .setFormat(format)
                        .get()) {
            for (CSVRecord row : parser) {
                concepts.add(
                        new Concept(
                                category(row.get("category")),
                                row.get("sub-concept"),
                                List.of(row.get("example subjects").split(";"))));
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the program's own file " + RESOURCE + " is damaged", e);
        }
        return new Taxonomy(concepts);
    }

    private static Category category(String title) {
        for (Category category : Category.values()) {
            if (category.title().equals(title)) {
                return category;
            }
        }
        throw new IllegalStateException(RESOURCE + ": unknown category " + title);
    }

    /** Sub-concepts whose subjects the prompt speaks of. */
    public List<Concept> of(String prompt) {
        List<String> said =
                Lexicon.shipped().read(prompt.toLowerCase(Locale.ROOT)).stream()
                        .filter(found -> found.term().kind() == Term.Kind.SUBJECT)
                        .map(found -> found.term().id())
                        .toList();
        return concepts.stream()
                .filter(concept -> concept.subjects().stream().anyMatch(said::contains))
                .toList();
    }
}
