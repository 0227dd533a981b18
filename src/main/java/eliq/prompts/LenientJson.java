package eliq.prompts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what language models call JSON: in a code fence, with words around it, with trailing commas or single quotes, cut
 * off in the middle. What is whole is taken, the rest left.
 */
final class LenientJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();
    private static final Pattern LISTED =
            Pattern.compile(
                    "^\\s*(?:\\d{1,3}[.):]|[-*•])\\s+(?:\\*\\*)?[\"“']?(.+?)[\"”']?,?\\s*$");

    private LenientJson() {}

    /** The whole strings of all arrays in the text; of a list in prose, its items. */
    static List<String> strings(String text) {
        List<String> found = new ArrayList<>();
        int start = start(text);
        if (start >= 0) {
            try (JsonParser parser = FACTORY.createParser(straight(text.substring(start)))) {
                int arrays = 0;
                for (JsonToken token = parser.nextToken();
                        token != null;
                        token = parser.nextToken()) {
                    switch (token) {
                        case START_ARRAY -> arrays++;
                        case END_ARRAY -> arrays--;
                        case VALUE_STRING -> {
                            boolean named = parser.currentName() != null;
                            if (arrays > 0 && (!named || isText(parser.currentName()))) {
                                found.add(parser.getText());
                            }
                        }
                        default -> {}
                    }
                }
            } catch (IOException e) {
                // Cut off or broken from here on; what came before is whole.
            }
        }
        return found.isEmpty() ? listed(text) : found;
    }

    private static boolean isText(String name) {
        return name.equals("prompt") || name.equals("text");
    }

    private static List<String> listed(String text) {
        List<String> items = new ArrayList<>();
        for (String line : text.split("\\R")) {
            Matcher matcher = LISTED.matcher(line);
            if (matcher.matches()) {
                items.add(matcher.group(1).replace("**", "").strip());
            }
        }
        return items;
    }

    /** The whole flat objects in the text: values are texts; of a list, the texts in it, separated by {@code ;}. */
    static List<Map<String, String>> objects(String text) {
        List<Map<String, String>> found = new ArrayList<>();
        int start = start(text);
        if (start < 0) {
            return found;
        }
        try (JsonParser parser = FACTORY.createParser(straight(text.substring(start)))) {
            Map<String, String> object = new LinkedHashMap<>();
            String field = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> object = new LinkedHashMap<>();
                    case FIELD_NAME -> {
                        field = parser.currentName();
                        object.putIfAbsent(field, "");
                    }
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE ->
                            object.merge(
                                    field,
                                    parser.getText(),
                                    (a, b) -> a.isEmpty() ? b : a + ";" + b);
                    case END_OBJECT -> {
                        if (!object.isEmpty()) {
                            found.add(object);
                        }
                        object = new LinkedHashMap<>();
                    }
                    default -> {}
                }
            }
        } catch (IOException e) {
            // Cut off or broken from here on; what came before is whole.
        }
        return found;
    }

    private static int start(String text) {
        int array = text.indexOf('[');
        int object = text.indexOf('{');
        if (array < 0 || object < 0) {
            return Math.max(array, object);
        }
        return Math.min(array, object);
    }

    /** With straight quotes where the quotes of the JSON itself are curly. */
    private static String straight(String json) {
        return json.contains("\"") ? json : json.replace('“', '"').replace('”', '"');
    }
}
