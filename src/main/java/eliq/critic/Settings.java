package eliq.critic;

/** The one wording for a setting out of range. */
final class Settings {
    private Settings() {}

    static void require(boolean holds, String name, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "setting " + name + " is " + value + "; it must be " + range);
        }
    }
}
