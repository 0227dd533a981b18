package eliq.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.hub.HubHttp.Answer;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Questions to a hub about one repository. */
final class HubApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NEXT =
            Pattern.compile("<([^>]+)>\\s*;[^,]*\\brel=\"?next\"?", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST_ANSWER = 64 << 20;

    private final HubHttp http;
    private final HubReference wanted;
    private final Pause pause;
    private final JobContext context;

    HubApi(HubHttp http, HubReference wanted, Pause pause, JobContext context) {
        this.http = http;
        this.wanted = wanted;
        this.pause = pause;
        this.context = context;
    }

    HubHttp http() {
        return http;
    }

    Refusals refusals() {
        return new Refusals(http.endpoint(), wanted, http.hasToken());
    }

    /** A new count of failures. */
    Retry retry() {
        return new Retry(pause, context);
    }

    /** The commit that the revision is now. */
    String commit() throws HubException, JobCancelledException, InterruptedException {
        URI uri =
                address(
                        "/api/models/"
                                + wanted.repository()
                                + "/revision/"
                                + encoded(wanted.revision()));
        String commit = json(ask(uri), uri).path("sha").asText();
        if (!HubReference.isCommit(commit)) {
            throw notAHub("its answer for repository " + wanted.repository() + " names no commit");
        }
        return commit;
    }

    /** All files at a commit. */
    HubListing listing(String commit)
            throws HubException, JobCancelledException, InterruptedException {
        List<HubFile> files = new ArrayList<>();
        Set<URI> pages = new HashSet<>();
        Optional<URI> page =
                Optional.of(
                        address(
                                "/api/models/"
                                        + wanted.repository()
                                        + "/tree/"
                                        + commit
                                        + "?recursive=true&expand=false"));
        while (page.isPresent()) {
            if (!pages.add(page.get())) {
                throw notAHub("its listing of " + wanted.repository() + " never ends");
            }
            Answer<byte[]> answer = ask(page.get());
            for (JsonNode entry : json(answer, page.get())) {
                if (entry.path("type").asText().equals("file")) {
                    files.add(file(entry));
                }
            }
            page = next(answer.headers());
        }
        return new HubListing(commit, files);
    }

    /** Where a file's bytes are asked for. */
    URI address(String commit, HubFile file) {
        String path =
                Arrays.stream(file.path().split("/"))
                        .map(HubApi::encoded)
                        .collect(Collectors.joining("/"));
        return address("/" + wanted.repository() + "/resolve/" + commit + "/" + path);
    }

    private HubFile file(JsonNode entry) throws HubException {
        JsonNode lfs = entry.path("lfs");
        boolean large = lfs.hasNonNull("oid");
        String path = entry.path("path").asText();
        try {
            return new HubFile(
                    path,
                    (large ? lfs : entry).path("size").asLong(-1),
                    new FileDigest(
                            large ? FileDigest.Kind.SHA256 : FileDigest.Kind.GIT_BLOB,
                            (large ? lfs : entry).path("oid").asText()));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    "The listing of repository "
                            + wanted.repository()
                            + " at "
                            + http.endpoint()
                            + " has an entry that cannot be: path '"
                            + path.replaceAll("\\p{Cntrl}", "?")
                            + "', or its size or hash; nothing of it is fetched.",
                    e);
        }
    }

    private Optional<URI> next(HttpHeaders headers) throws HubException {
        for (String link : headers.allValues("Link")) {
            Matcher next = NEXT.matcher(link);
            if (next.find()) {
                try {
                    URI uri = http.endpoint().resolve(next.group(1));
                    if (uri.getHost() != null) {
                        return Optional.of(http.atEndpoint(uri));
                    }
                } catch (IllegalArgumentException e) {
                    // Said below.
                }
                throw notAHub("its listing goes on at no address");
            }
        }
        return Optional.empty();
    }

    private Answer<byte[]> ask(URI uri)
            throws HubException, JobCancelledException, InterruptedException {
        Retry retry = retry();
        while (true) {
            Optional<HttpHeaders> headers = Optional.empty();
            HubException failure;
            try {
                Answer<byte[]> answer =
                        http.get(
                                uri,
                                Map.of(),
                                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER),
                                context);
                if (answer.status() == 200) {
                    return answer;
                }
                headers = Optional.of(answer.headers());
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                failure = refusals().of(answer.status(), answer.headers(), body, Optional.empty());
                if (!Retry.isWorthwhile(answer.status())) {
                    throw failure;
                }
            } catch (IOException e) {
                failure = unreachable(e);
            }
            if (!retry.again(headers)) {
                throw failure;
            }
        }
    }

    /** The hub gives no answer. */
    HubException unreachable(IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return HubException.unavailable(
                http.endpoint()
                        + " cannot be reached for repository "
                        + wanted.repository()
                        + " ("
                        + reason
                        + "); check the network, the proxy and, if it is set, HF_ENDPOINT, and try again.",
                e);
    }

    HubException notAHub(String reason) {
        return new HubException(
                http.endpoint()
                        + " is no hub of models, or not a working one: "
                        + reason
                        + "; check HF_ENDPOINT.");
    }

    private JsonNode json(Answer<byte[]> answer, URI uri) throws HubException {
        try {
            JsonNode node = JSON.readTree(answer.body());
            if (node != null && node.isContainerNode()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        throw notAHub("its answer to " + uri.getPath() + " is no JSON");
    }

    private URI address(String path) {
        return URI.create(http.endpoint() + path);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
