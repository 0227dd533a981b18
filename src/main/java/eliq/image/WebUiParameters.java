package eliq.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of AUTOMATIC1111 and Forge: the prompt over any number of lines, then "Negative prompt: ..." over any number of lines, then one line of
 * settings that begins with "Steps: ".
 */
final class WebUiParameters {

    private static final String NEGATIVE = "Negative prompt:";
    private static final Pattern SETTINGS = Pattern.compile("(?m)^Steps: *\\d+ *(,|$)");

    private WebUiParameters() {}

    static boolean looksLike(String text) {
        return SETTINGS.matcher(text).find();
    }

    static GenerationMetadata read(String text) {
        String normal = text.replace("\r\n", "\n");
        int settingsAt = -1;
        var matcher = SETTINGS.matcher(normal);
        while (matcher.find()) {
            settingsAt = matcher.start();
        }
        String before = settingsAt < 0 ? normal : normal.substring(0, settingsAt);
        Map<String, String> settings =
                settingsAt < 0
                        ? Map.of()
                        : settings(normal.substring(settingsAt).lines().findFirst().orElse(""));
        int negativeAt = before.startsWith(NEGATIVE) ? 0 : before.indexOf("\n" + NEGATIVE) + 1;
        boolean hasNegative = negativeAt > 0 || before.startsWith(NEGATIVE);
        String prompt = hasNegative ? before.substring(0, negativeAt) : before;
        String negative = hasNegative ? before.substring(negativeAt + NEGATIVE.length()) : "";
        String note = null;
        if (prompt.isBlank()) {
            note = "Its settings were found, but the prompt in front of them is empty.";
        } else if (settingsAt < 0) {
            note = "The line of settings is missing: the whole text was taken for the prompt.";
        }
        return new GenerationMetadata(
                toolOf(settings),
                Optional.of(prompt),
                Optional.of(negative),
                Optional.ofNullable(settings.get("Seed")).flatMap(GeneratorTexts::number),
                Optional.ofNullable(settings.get("Model"))
                        .or(() -> Optional.ofNullable(settings.get("Model hash"))),
                List.of(),
                Optional.ofNullable(note));
    }

    private static String toolOf(Map<String, String> settings) {
        String version = settings.getOrDefault("Version", "");
        return version.startsWith("f") ? "Forge" : "AUTOMATIC1111";
    }

    /** "Key: value, Key: "quoted, value", ...": a comma inside quotes belongs to the value. */
    static Map<String, String> settings(String line) {
        Map<String, String> found = new LinkedHashMap<>();
        int at = 0;
        while (at < line.length()) {
            int colon = line.indexOf(':', at);
            if (colon < 0) {
                break;
            }
            String key = line.substring(at, colon).strip();
            int start = colon + 1;
            while (start < line.length() && line.charAt(start) == ' ') {
                start++;
            }
            int end = start;
            boolean quoted = start < line.length() && line.charAt(start) == '"';
            if (quoted) {
                end++;
                while (end < line.length() && line.charAt(end) != '"') {
                    end += line.charAt(end) == '\\' ? 2 : 1;
                }
            }
            end = line.indexOf(',', Math.min(end, line.length()));
            end = end < 0 ? line.length() : end;
            String value = line.substring(start, end).strip();
            found.putIfAbsent(
                    key,
                    quoted && value.length() > 1 && value.endsWith("\"")
                            ? value.substring(1, value.length() - 1)
                            : value);
            at = end + 1;
        }
        return found;
    }
}
