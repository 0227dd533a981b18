package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, digests and settings: what hubs and their other clients agree on. */
class HubNamesTest {
    @TempDir Path root;

    private HubEnvironment environment(String... variables) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            map.put(variables[i], variables[i + 1]);
        }
        return new HubEnvironment(map, root);
    }

    @Test
    void repositoriesAndRevisionsAreReadByTheHubsRules() throws Exception {
        assertEquals("main", HubReference.of("Qwen/Qwen3-VL-2B-Instruct").revision());
        assertEquals("refs/pr/1", HubReference.of("gpt2@refs/pr/1").revision());
        assertEquals("models--a--b", HubReference.of("a/b").repository().folder());
        assertEquals(Optional.of(new RepositoryId("a/b")), RepositoryId.ofFolder("models--a--b"));
        assertEquals(Optional.empty(), RepositoryId.ofFolder("datasets--a--b"));
        for (String wrong :
                List.of(
                        "a/b/c",
                        "a--b/c",
                        "../b",
                        "a/b..c",
                        "a/b.git",
                        "a/b@",
                        "a/b@../x",
                        "",
                        "a b")) {
            assertThrows(HubException.class, () -> HubReference.of(wrong), wrong);
        }
    }

    /** SHA-256 of FIPS 180-2, appendix B.1; the blob id is git's own for a file with "hello" and a line end. */
    @Test
    void digestsAreThoseOfTheStandardAndOfGit() throws Exception {
        Path abc = Files.writeString(root.resolve("abc"), "abc");
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                FileDigest.of(abc, FileDigest.Kind.SHA256, n -> {}).hex());
        Path hello = Files.writeString(root.resolve("hello"), "hello\n");
        assertEquals(
                "ce013625030ba8dba906f756967f9e9ca394464a",
                FileDigest.of(hello, FileDigest.Kind.GIT_BLOB, n -> {}).hex());
    }

    @Test
    void pathsThatLeaveTheirFolderOnAnySystemAreRefused() {
        assertTrue(HubFile.isSafe("sub/model.safetensors"));
        for (String wrong :
                List.of(
                        "../a",
                        "a/../b",
                        "/a",
                        "C:a",
                        "a\\..\\b",
                        "\\\\host\\a",
                        "a//b",
                        "",
                        "a/.")) {
            assertFalse(HubFile.isSafe(wrong), wrong);
        }
    }

    @Test
    void theListingOfANewerClientIsRead() throws Exception {
        Path file = root.resolve("tree.json");
        String sha = "ab".repeat(32);
        String oid = "cd".repeat(20);
        Files.writeString(
                file,
                "{\"format_version\":1,\"files\":{\"m.safetensors\":{\"size\":130,\"blob_id\":\""
                        + oid
                        + "\",\"lfs_sha256\":\""
                        + sha
                        + "\",\"lfs_size\":9,\"xet_hash\":\"00\"},\"config.json\":{\"size\":8,\"blob_id\":\""
                        + oid
                        + "\"}}}");
        HubListing listing = HubListing.read(file, "c").orElseThrow();
        assertEquals(
                List.of(
                        new HubFile(
                                "m.safetensors", 9, new FileDigest(FileDigest.Kind.SHA256, sha)),
                        new HubFile(
                                "config.json", 8, new FileDigest(FileDigest.Kind.GIT_BLOB, oid))),
                listing.files());
        Files.write(file, listing.json());
        assertEquals(Optional.of(listing), HubListing.read(file, "c"));
        Files.writeString(file, "{\"format_version\":2,\"files\":{}}");
        assertEquals(Optional.empty(), HubListing.read(file, "c"));
    }

    @Test
    void theTokenComesFromTheEnvironmentOrFromTheFileThatLoggingInLeft() throws Exception {
        assertEquals(Optional.empty(), environment().token());
        Files.createDirectories(root.resolve("hf"));
        Files.writeString(root.resolve("hf/token"), " hf_file\n");
        String home = root.resolve("hf").toString();
        assertEquals("hf_file", environment("HF_HOME", home).token().get().value());
        assertEquals(
                "hf_own", environment("HF_HOME", home, "HF_TOKEN", "hf_own").token().get().value());
        assertEquals(
                Optional.empty(),
                environment("HF_HOME", home, "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1").token());
        assertEquals("(token)", environment("HF_TOKEN", "hf_own").token().get().toString());
        HubException e =
                assertThrows(
                        HubException.class, () -> environment("HF_TOKEN", "hf secret").token());
        assertFalse(e.getMessage().contains("hf secret"), e.getMessage());
    }

    @Test
    void theEndpointIsAnAddressWithoutATrailingSlash() throws Exception {
        assertEquals(URI.create("https://huggingface.co"), environment().endpoint());
        assertEquals(
                URI.create("https://mirror.example/hf"),
                environment("HF_ENDPOINT", "https://mirror.example/hf/").endpoint());
        for (String wrong :
                List.of("mirror", "ftp://mirror.example", "https://u:p@mirror.example")) {
            assertThrows(HubException.class, () -> environment("HF_ENDPOINT", wrong).endpoint());
        }
    }

    @Test
    void addressesOfThePublicHubAreAskedAtTheMirror() throws Exception {
        try (HubHttp http =
                new HubHttp(
                        URI.create("https://mirror.example/hf"),
                        Optional.empty(),
                        environment().proxies(),
                        Duration.ofSeconds(1))) {
            assertEquals(
                    URI.create("https://mirror.example/hf/api/x?cursor=2"),
                    http.atEndpoint(URI.create("https://huggingface.co/api/x?cursor=2")));
            assertEquals(
                    URI.create("https://huggingface.co.evil.example/x"),
                    http.atEndpoint(URI.create("https://huggingface.co.evil.example/x")));
        }
    }

    @Test
    void proxiesAreThoseOfTheEnvironment() {
        Map<String, String> variables =
                Map.of(
                        "HTTPS_PROXY",
                        "http://proxy.example:3128",
                        "https_proxy",
                        "lower.example",
                        "NO_PROXY",
                        "localhost, .inside.example");
        EnvironmentProxies proxies = new EnvironmentProxies(variables, Optional.empty());
        assertEquals(
                "lower.example:8080",
                host(proxies.select(URI.create("https://huggingface.co/x")).getFirst()));
        for (String direct :
                List.of("https://a.inside.example", "https://localhost", "http://a.example")) {
            assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create(direct)), direct);
        }
    }

    private static String host(Proxy proxy) {
        InetSocketAddress address = (InetSocketAddress) proxy.address();
        return address.getHostString() + ":" + address.getPort();
    }

    @Test
    void theHubIsOfflineWhenEitherVariableSaysSo() {
        assertTrue(environment("HF_HUB_OFFLINE", "yes").offline());
        assertTrue(environment("TRANSFORMERS_OFFLINE", "1").offline());
        assertFalse(environment("HF_HUB_OFFLINE", "0").offline());
    }

    @Test
    void theTimeToWaitIsReadFromSecondsDatesAndRateLimits() {
        assertEquals(Optional.of(31L), asked("Retry-After", "30"));
        assertEquals(Optional.of(56L), asked("RateLimit", "\"api\";r=0;t=55"));
        assertEquals(Optional.empty(), asked("RateLimit", "\"api\";r=10;t=55"));
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(100));
        long seconds = asked("Retry-After", date).orElseThrow();
        assertTrue(seconds > 60 && seconds <= 101, "asked " + seconds);
        assertEquals(Optional.empty(), asked("Retry-After", "soon"));
    }

    private static Optional<Long> asked(String name, String value) {
        return Retry.asked(HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true))
                .map(Duration::toSeconds);
    }
}
