package eliq.prompts;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A server's key, from the environment. It is sent to the server and appears nowhere else. */
final class ChatKey {
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("\\bsk-[\\w*-]{6,}");
    private static final String HIDDEN = "(key)";

    private final String value;

    private ChatKey(String value) {
        this.value = value;
    }

    /** The key in this variable, where it is set. */
    static Optional<ChatKey> of(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(new ChatKey(value));
    }

    String header() {
        return "Bearer " + value;
    }

    /** A server's words without the key, which some repeat. */
    static String hidden(Optional<ChatKey> key, String text) {
        String plain =
                key.filter(k -> k.value.length() > 3)
                        .map(k -> text.replace(k.value, HIDDEN))
                        .orElse(text);
        return LOOKS_LIKE_ONE.matcher(plain).replaceAll(HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
