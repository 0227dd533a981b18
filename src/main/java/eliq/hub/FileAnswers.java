package eliq.hub;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what a hub says when it sends a file to what it said when it listed it. */
record FileAnswers(HubApi api, RepositoryId repository, String commit, HubFile file) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    String name() {
        return file.path() + " of repository " + repository;
    }

    /** Commit, digest and size, as the hub's own last answer gives them, before any redirect to storage. */
    void checkHub(HttpHeaders hub) throws HubException {
        Optional<String> of = hub.firstValue("X-Repo-Commit");
        if (of.isEmpty()) {
            throw api.notAHub("its answer for " + name() + " names no commit");
        }
        Optional<FileDigest> digest =
                hub.firstValue("X-Linked-Etag")
                        .or(() -> hub.firstValue("ETag"))
                        .map(tag -> tag.replaceFirst("^W/", "").replace("\"", ""))
                        .flatMap(FileDigest::find)
                        .filter(d -> d.kind() == file.digest().kind());
        boolean other = digest.isPresent() && !digest.get().equals(file.digest());
        if (other || !of.get().equals(commit)) {
            throw new HubException(
                    name()
                            + " is not the file that "
                            + api.http().endpoint()
                            + " listed at commit "
                            + commit
                            + ": it was changed meanwhile, or a mirror mixes versions. Try again later.");
        }
        checkSize(hub.firstValue("X-Linked-Size"));
    }

    /** That a whole file is sent. */
    void checkWhole(HttpHeaders headers) throws HubException {
        checkSize(headers.firstValue("Content-Length"));
    }

    /** Whether the rest from here is sent. */
    boolean isRest(HttpHeaders headers, long from) throws HubException {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse("").strip());
        if (!range.matches() || !range.group(1).equals(Long.toString(from))) {
            return false;
        }
        if (!range.group(2).equals("*")) {
            checkSize(Optional.of(range.group(2)));
        }
        return true;
    }

    private void checkSize(Optional<String> said) throws HubException {
        if (said.isPresent() && !said.get().strip().equals(Long.toString(file.size()))) {
            throw lengthDiffers(said.get().strip() + " bytes");
        }
    }

    HubException lengthDiffers(String found) {
        return new HubException(
                name()
                        + " should have "
                        + file.size()
                        + " bytes by the hub's listing, but "
                        + found
                        + " are sent; nothing of them was kept. A proxy or mirror on the way changes it: check"
                        + " HF_ENDPOINT, or try again later.");
    }

    HubException damaged(FileDigest found) {
        return new HubException(
                name()
                        + " came damaged, twice: its "
                        + (file.digest().kind() == FileDigest.Kind.SHA256
                                ? "SHA-256"
                                : "git digest")
                        + " is "
                        + found.hex()
                        + ", the hub lists "
                        + file.digest().hex()
                        + ". Nothing of it was kept; something on the way changes it (a proxy, a mirror): check"
                        + " HF_ENDPOINT, or try again later.");
    }

    HubException cutOff(long length) {
        return HubException.unavailable(
                name()
                        + " is cut off again and again: "
                        + length
                        + " of "
                        + file.size()
                        + " bytes have come and are kept; try again when the network is better.",
                null);
    }
}
