package eliq.generate.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GenerationWatch;
import eliq.generate.http.HttpTestServer.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is tried again and what is not. */
class HttpTest {
    private final AtomicInteger calls = new AtomicInteger();

    private static Http http(HttpTestServer server, Duration read) {
        HttpSettings d = HttpSettings.DEFAULT;
        return new Http(
                "studio",
                server.url(),
                Map.of("Authorization", "Bearer k-123"),
                new HttpSettings(
                        Duration.ofSeconds(20),
                        read,
                        2,
                        Duration.ofMillis(5),
                        d.pollInterval(),
                        d.queueTimeout(),
                        d.stallTimeout(),
                        d.goneTimeout(),
                        d.resubmissions(),
                        d.blackRetries()));
    }

    private static Http http(HttpTestServer server) {
        return http(server, Duration.ofSeconds(30));
    }

    @Test
    void aReadingCallIsRepeatedWhereTheServerIsBusyOrTheConnectionBreaks() throws Exception {
        try (HttpTestServer server =
                HttpTestServer.start(
                        request ->
                                switch (calls.incrementAndGet()) {
                                    case 1 -> Reply.text(503, "busy");
                                    case 2 -> Reply.none();
                                    default -> Reply.json(200, "{\"a\":1}");
                                })) {
            assertEquals(1, http(server).get("/x").json().path("a").asInt());
            assertEquals(3, calls.get());
        }
    }

    @Test
    void whatTheServerRefusesIsNotRepeated() throws Exception {
        try (HttpTestServer server =
                HttpTestServer.start(
                        request -> {
                            calls.incrementAndGet();
                            return Reply.text(404, "no");
                        })) {
            Answer answer = http(server).get("/x");
            assertEquals(404, answer.status());
            assertTrue(answer.json().isMissingNode(), "plain text is no JSON");
            assertEquals(1, calls.get());
        }
    }

    @Test
    void aCallThatStartsWorkIsMadeOnce() throws Exception {
        try (HttpTestServer server =
                HttpTestServer.start(
                        request -> {
                            calls.incrementAndGet();
                            return Reply.none();
                        })) {
            GenerateException e =
                    assertThrows(
                            GenerateException.class,
                            () -> http(server).post("/x", JsonNodeFactory.instance.objectNode()));
            assertEquals(Reason.UNREACHABLE, e.reason());
            assertEquals(1, calls.get());
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsATimeoutAndACancelledWaitEndsAtOnce() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (HttpTestServer server =
                HttpTestServer.start(
                        request -> {
                            end.await();
                            return Reply.none();
                        })) {
            GenerateException e =
                    assertThrows(
                            GenerateException.class,
                            () -> http(server, Duration.ofMillis(200)).getOnce("/x"));
            assertEquals(Reason.TIMED_OUT, e.reason());
            GenerationWatch unwanted =
                    new GenerationWatch() {
                        @Override
                        public boolean cancelled() {
                            return true;
                        }
                    };
            GenerateException cancelled =
                    assertThrows(
                            GenerateException.class,
                            () ->
                                    http(server)
                                            .post(
                                                    "/x",
                                                    JsonNodeFactory.instance.objectNode(),
                                                    Duration.ofMinutes(5),
                                                    unwanted));
            assertEquals(Reason.CANCELLED, cancelled.reason());
            end.countDown();
        }
    }
}
