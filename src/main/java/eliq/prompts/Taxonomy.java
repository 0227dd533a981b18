package eliq.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The seven categories divided into sub-concepts, each with the words that tell it. The shipped one can be replaced by a
 * file of the same form in the workspace.
 *
 * @param about what belongs to each category, one sentence
 * @param concepts in the file's order
 * @param ignored phrases that say nothing on what is shown: style, medium, artists
 */
public record Taxonomy(Map<Category, String> about, List<Concept> concepts, List<String> ignored) {
    /** Name of the user's own file in the workspace folder. */
    public static final String FILE = "taxonomy.txt";

    private static final String RESOURCE = "/eliq/prompts/taxonomy.txt";
    private static final String IGNORED = "ignored";

    /**
     * @param category that it divides
     * @param name as shown; different from all others of its category
     * @param keywords in lower case; {@code ~} before one that is only a hint, {@code to} before a verb
     */
    public record Concept(Category category, String name, List<String> keywords) {
        public Concept {
            keywords = List.copyOf(keywords);
        }
    }

    public Taxonomy {
        about = Map.copyOf(about);
        concepts = List.copyOf(concepts);
        ignored = List.copyOf(ignored);
    }

    /** The one that comes with the program. */
    public static Taxonomy shipped() {
        try {
            return parse(shippedText(), "the shipped taxonomy");
        } catch (PromptsException e) {
            throw new IllegalStateException(
                    "the program's own file " + RESOURCE + " is damaged", e);
        }
    }

    /** The file of the shipped one, with its explanation, for a user to edit. */
    public static String shippedText() {
        try (InputStream in = Taxonomy.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the program's own file " + RESOURCE + " is damaged", e);
        }
    }

    /** A taxonomy from a file; messages name file and line. */
    public static Taxonomy read(Path file) throws PromptsException {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (NoSuchFileException e) {
            throw new PromptsException("there is no file " + file + "; check the path", e);
        } catch (CharacterCodingException e) {
            throw new PromptsException(file + " is not text in UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new PromptsException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param source what messages call it
     */
    static Taxonomy parse(String text, String source) throws PromptsException {
        return new Reading(source).of(text);
    }

    /** Sub-concepts of a category, in the file's order. */
    public List<Concept> of(Category category) {
        return concepts.stream().filter(concept -> concept.category() == category).toList();
    }

    /** The line-by-line state of {@link #parse}. */
    private static final class Reading {
        private final String source;
        private final Map<Category, String> about = new EnumMap<>(Category.class);
        private final List<Concept> concepts = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();
        private Optional<Category> category = Optional.empty();
        private boolean inIgnored;
        private String name = "";
        private final StringBuilder words = new StringBuilder();
        private int line;

        Reading(String source) {
            this.source = source;
        }

        Taxonomy of(String text) throws PromptsException {
            for (String raw : text.replace("\uFEFF", "").split("\\R", -1)) {
                line++;
                take(raw);
            }
            finish();
            for (Category each : Category.values()) {
                if (concepts.stream().noneMatch(concept -> concept.category() == each)) {
                    throw new PromptsException(
                            source
                                    + ": no sub-concept under ["
                                    + each.title()
                                    + "]; write at least one, such as 'example = word, word'");
                }
            }
            return new Taxonomy(about, concepts, ignored);
        }

        private void take(String raw) throws PromptsException {
            String text = raw.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                return;
            }
            if (Character.isWhitespace(raw.charAt(0))) {
                if (name.isEmpty()) {
                    throw fault("an indented line goes on with one before it, but there is none");
                }
                words.append(' ').append(text);
            } else if (text.startsWith("[")) {
                finish();
                heading(text.substring(1).replaceFirst("\\]\\s*$", "").strip());
            } else {
                finish();
                int equals = text.indexOf('=');
                if (equals < 1 || category.isEmpty() && !inIgnored) {
                    throw fault("expected 'sub-concept = words' under a [Category]");
                }
                name = text.substring(0, equals).strip();
                words.append(text.substring(equals + 1));
            }
        }

        private void heading(String title) throws PromptsException {
            inIgnored = title.equalsIgnoreCase(IGNORED);
            category = Category.named(title);
            if (category.isEmpty() && !inIgnored) {
                throw fault(
                        "no category '"
                                + title
                                + "'; the categories are "
                                + Category.titles()
                                + ", and [ignored]");
            }
        }

        private void finish() throws PromptsException {
            if (name.isEmpty()) {
                return;
            }
            if (name.equals("about") && category.isPresent()) {
                about.put(category.get(), words.toString().strip());
            } else if (inIgnored) {
                ignored.addAll(split());
            } else {
                Concept concept = new Concept(category.orElseThrow(), name, split());
                boolean twice =
                        concepts.stream()
                                .anyMatch(
                                        c ->
                                                c.category() == concept.category()
                                                        && c.name().equals(concept.name()));
                if (twice || concept.keywords().isEmpty()) {
                    throw fault(
                            "'"
                                    + name
                                    + (twice ? "' is there twice; join them" : "' has no words"));
                }
                concepts.add(concept);
            }
            name = "";
            words.setLength(0);
        }

        private List<String> split() {
            List<String> list = new ArrayList<>();
            for (String word : words.toString().split(",")) {
                if (!word.isBlank()) {
                    list.add(word.strip().toLowerCase(Locale.ROOT));
                }
            }
            return list;
        }

        private PromptsException fault(String what) {
            return new PromptsException(source + ", line " + line + ": " + what);
        }
    }
}
