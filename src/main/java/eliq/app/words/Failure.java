package eliq.app.words;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something failed, as it is read and as it is copied.
 *
 * @param sentence without the path of the catalogue, which says nothing to whoever reads it
 * @param whole with it, for whoever is to repair the file
 * @param closed whether trying again is of no use before the program was started anew
 */
public record Failure(String sentence, String whole, boolean closed) {
    private static final Pattern CLOSED = Pattern.compile("Catalogue .+\\.sqlite is closed\\.");
    private static final Pattern OTHER =
            Pattern.compile("Catalogue .+?\\.sqlite: ([^:]+): (.+)", Pattern.DOTALL);

    /**
     * @param title what failed, that stands over it
     * @param reason as it was reported
     */
    public static Failure of(String title, String reason) {
        if (CLOSED.matcher(reason).matches()) {
            return new Failure(
                    "The catalogue is closed: close this window and start the program again.",
                    reason,
                    true);
        }
        Matcher other = OTHER.matcher(reason);
        if (!other.matches()) {
            return new Failure(reason, reason, false);
        }
        String what = other.group(1);
        return new Failure(
                capital(
                        what.equalsIgnoreCase(title)
                                ? other.group(2)
                                : what + ": " + other.group(2)),
                reason,
                false);
    }

    /** Why something failed, where nothing stands over it. */
    public static String sentence(Exception failed) {
        return sentence(Objects.requireNonNullElseGet(failed.getMessage(), failed::toString));
    }

    /**
     * The same of a reason.
     *
     * @param reason as it was reported
     */
    public static String sentence(String reason) {
        return of("", reason).sentence();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
