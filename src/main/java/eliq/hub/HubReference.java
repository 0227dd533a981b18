package eliq.hub;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A state of a repository: what stands in {@code ORG/NAME@REVISION}.
 *
 * @param revision a branch, a tag, a reference such as {@code refs/pr/1}, or a commit of 40 hexadecimal digits
 */
record HubReference(RepositoryId repository, String revision) {
    static final String MAIN = "main";
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern REVISION = Pattern.compile("[\\w.+#=-]+(?:/[\\w.+#=-]+)*");

    /**
     * Reads {@code ORG/NAME} or {@code ORG/NAME@REVISION}.
     *
     * @throws HubException if it is neither
     */
    static HubReference of(String text) throws HubException {
        return find(text)
                .orElseThrow(
                        () ->
                                new HubException(
                                        "'"
                                                + text
                                                + "' is no repository of a hub: write ORG/NAME, or"
                                                + " ORG/NAME@REVISION for a branch, tag or commit, as in"
                                                + " Qwen/Qwen3-VL-2B-Instruct."));
    }

    /** The same without complaint. */
    static Optional<HubReference> find(String text) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        String revision = at < 0 ? MAIN : text.substring(at + 1);
        return RepositoryId.isValid(name) && isRevision(revision)
                ? Optional.of(new HubReference(new RepositoryId(name), revision))
                : Optional.empty();
    }

    private static boolean isRevision(String text) {
        return REVISION.matcher(text).matches()
                && Arrays.stream(text.split("/")).noneMatch(s -> s.equals(".") || s.equals(".."));
    }

    static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    boolean isCommit() {
        return isCommit(revision);
    }

    /** As a user writes it, without the revision that is meant where none is given. */
    @Override
    public String toString() {
        return revision.equals(MAIN) ? repository.name() : repository + "@" + revision;
    }
}
