package eliq.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a hub means when it says no, and what its user can do about it.
 *
 * @param wanted what was asked for
 * @param tokenSent whether it knows who asks
 */
record Refusals(URI endpoint, HubReference wanted, boolean tokenSent) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REMARK = 300;

    /**
     * A sentence for an answer that is no success.
     *
     * @param path the file that was asked for, if it was one
     * @param body the beginning of the answer's text
     */
    HubException of(int status, HttpHeaders headers, String body, Optional<String> path) {
        String code = headers.firstValue("X-Error-Code").orElse("");
        String remark = remark(headers, body);
        String repository = "Repository " + wanted.repository();
        return switch (code) {
            case "RevisionNotFound" ->
                    new HubException(
                            repository
                                    + " has no revision '"
                                    + wanted.revision()
                                    + "' at "
                                    + endpoint
                                    + "; its branches, tags and commits are listed there."
                                    + remark);
            case "EntryNotFound" ->
                    new HubException(
                            repository
                                    + " has no file "
                                    + path.orElse("")
                                    + " at revision "
                                    + wanted.revision()
                                    + "."
                                    + remark);
            case "GatedRepo" -> HubException.unavailable(gated(repository) + remark, null);
            case "RepoNotFound" -> HubException.unavailable(missing() + remark, null);
            default -> byStatus(status, remark, path);
        };
    }

    private HubException byStatus(int status, String remark, Optional<String> path) {
        String repository = "repository " + wanted.repository();
        String what = path.map(p -> p + " of " + repository).orElse(repository);
        if (remark.contains("Access to this resource is disabled")) {
            return new HubException("The hub has taken down " + repository + "." + remark);
        }
        if (status == 401 && remark.contains("Invalid credentials")) {
            return HubException.unavailable(
                    endpoint
                            + " does not accept the access token, from HF_TOKEN or from logging in: make a"
                            + " new one at "
                            + endpoint
                            + "/settings/tokens and set HF_TOKEN to it."
                            + remark,
                    null);
        }
        return switch (status) {
            case 401 -> HubException.unavailable(missing() + remark, null);
            case 403 ->
                    HubException.unavailable(
                            "Access to "
                                    + what
                                    + " is denied"
                                    + (tokenSent
                                            ? ": the access token lacks the permission to read it; give it that, or"
                                                    + " set HF_TOKEN to another one."
                                            : " without an access token; set HF_TOKEN to one of yours.")
                                    + remark,
                            null);
            case 404 ->
                    new HubException(
                            endpoint
                                    + " knows nothing of "
                                    + what
                                    + "; check its name and, if it is set, HF_ENDPOINT."
                                    + remark);
            case 407 ->
                    HubException.unavailable(
                            "The proxy on the way to "
                                    + endpoint
                                    + " asks for a password, which it is not given here; use one that asks for"
                                    + " none, or copy the model over and use 'eliq models import'.",
                            null);
            case 429 ->
                    HubException.unavailable(
                            endpoint
                                    + " allows no more requests for now (429), and kept to that; try again later."
                                    + (tokenSent ? "" : " With HF_TOKEN set the limit is higher.")
                                    + remark,
                            null);
            default ->
                    HubException.unavailable(
                            endpoint
                                    + " failed to give "
                                    + what
                                    + " (HTTP status "
                                    + status
                                    + "); try again later, what was fetched so far is kept."
                                    + remark,
                            null);
        };
    }

    private String gated(String repository) {
        String consent =
                " is given only to those who accepted its conditions: open "
                        + endpoint
                        + "/"
                        + wanted.repository()
                        + " in a browser, log in and accept them, ";
        return repository
                + consent
                + (tokenSent
                        ? "with the account whose access token is used here, and try again."
                        : "then set HF_TOKEN to an access token of that account and try again.");
    }

    private String missing() {
        return "There is no repository "
                + wanted.repository()
                + " at "
                + endpoint
                + ", or it is private: check the name"
                + (tokenSent
                        ? ", and that the access token may read it."
                        : "; for a private one set HF_TOKEN to an access token of an account that may read it.");
    }

    /** What the hub itself says, on one line. */
    private static String remark(HttpHeaders headers, String body) {
        String text = headers.firstValue("X-Error-Message").orElseGet(() -> error(body));
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.isEmpty()) {
            return "";
        }
        return " The hub says: "
                + (line.length() > LONGEST_REMARK
                        ? line.substring(0, LONGEST_REMARK) + "..."
                        : line);
    }

    private static String error(String body) {
        try {
            return JSON.readTree(body).path("error").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
