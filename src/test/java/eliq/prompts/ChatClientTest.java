package eliq.prompts;

import static eliq.prompts.ChatServer.error;
import static eliq.prompts.ChatServer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.job.JobCancelledException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatClientTest {
    private static final String KEY = "sk-very-secret-1234567890";
    private static final ChatQuestion QUESTION =
            new ChatQuestion(
                    List.of(ChatMessage.system("be brief"), ChatMessage.user("say something")),
                    "{\"type\":\"object\"}",
                    7);

    private final ChatServer server = new ChatServer();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private ChatSettings settings() {
        return ChatSettings.of("test-model", Map.of())
                .withBaseUrl(server.baseUrl())
                .withTimeout(Duration.ofSeconds(60))
                .withAttempts(4);
    }

    private ChatClient client(ChatSettings settings, Map<String, String> environment, Budget budget)
            throws PromptsException {
        Patience patience =
                new Patience() {
                    @Override
                    public void pause(Duration time) {
                        pauses.add(time);
                    }

                    @Override
                    public void check() {}
                };
        return new ChatClient(settings, environment, budget, 0, 0, patience, remarks::add);
    }

    private Optional<ChatAnswer> ask(ChatSettings settings) throws Exception {
        try (ChatClient client =
                client(settings, Map.of("OPENAI_API_KEY", KEY), Budget.unlimited())) {
            return client.ask(QUESTION);
        }
    }

    private String refusal(ChatSettings settings) {
        return assertThrows(PromptsException.class, () -> ask(settings)).getMessage();
    }

    @Test
    void aQuestionIsAskedInTheFormOfTheProtocol() throws Exception {
        server.first(says("<think>hm, what?</think>\n hello"));
        ChatAnswer answer = ask(settings()).orElseThrow();
        assertEquals(new ChatAnswer("hello", false, 100), answer);
        JsonNode body = server.questions().getFirst();
        assertEquals("test-model", body.path("model").asText());
        assertEquals("system", body.path("messages").path(0).path("role").asText());
        assertEquals("say something", body.path("messages").path(1).path("content").asText());
        assertEquals("json_schema", body.path("response_format").path("type").asText());
        assertEquals(7, body.path("seed").asInt());
        assertFalse(body.path("stream").asBoolean(true));
        assertEquals("Bearer " + KEY, server.keys().getFirst());
    }

    @Test
    void withoutAKeyNoneIsSent() throws Exception {
        server.first(says("hello"));
        try (ChatClient client = client(settings(), Map.of(), Budget.unlimited())) {
            client.ask(QUESTION);
        }
        assertEquals("null", server.keys().getFirst());
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSays() throws Exception {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(300));
        server.first(
                error(429, "slow down").with("Retry-After", "7"),
                error(503, "overloaded").with("Retry-After", date),
                error(429, "slow down").with("retry-after-ms", "250"),
                says("hello"));
        assertEquals("hello", ask(settings()).orElseThrow().text());
        assertEquals(Duration.ofSeconds(7), pauses.get(0));
        assertTrue(pauses.get(1).toSeconds() > 60, pauses.toString());
        assertEquals(Duration.ofMillis(250), pauses.get(2));
        assertTrue(remarks.getFirst().contains("asked too often"), remarks.toString());
    }

    @Test
    void eachFurtherWaitIsLongerUntilItIsGivenUp() {
        server.always(question -> error(500, "out of memory"));
        String message = refusal(settings());
        assertTrue(message.contains("out of memory") && message.contains("4 attempts"), message);
        assertEquals(3, pauses.size());
        assertTrue(pauses.get(0).toMillis() >= 500 && pauses.get(0).toMillis() <= 1000);
        assertTrue(pauses.get(2).toMillis() >= 2000 && pauses.get(2).toMillis() <= 4000);
        assertEquals(4, server.questions().size());
    }

    @Test
    void aServerThatIsDownIsNamed() {
        ChatSettings settings = settings();
        server.close();
        String message = refusal(settings.withAttempts(2));
        assertTrue(message.contains("cannot be reached"), message);
        assertTrue(message.contains(settings.endpoint().toString()), message);
        assertEquals(1, pauses.size());
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        server.always(question -> says("late").after(60_000));
        String message = refusal(settings().withTimeout(Duration.ofMillis(400)).withAttempts(2));
        assertTrue(message.contains("did not answer within"), message);
    }

    @Test
    void aServerThatAsksForHoursIsNotWaitedFor() {
        server.always(question -> error(429, "come back tomorrow").with("Retry-After", "80000"));
        assertTrue(refusal(settings()).contains("1333 minutes"));
        assertEquals(List.of(), pauses);
    }

    @Test
    void anEmptyAccountIsNoReasonToWait() {
        server.always(question -> error(429, "insufficient_quota: check your plan"));
        assertTrue(refusal(settings()).contains("no more credit"));
        assertEquals(1, server.questions().size());
    }

    @Test
    void openAiIsNotAskedWithoutAKey() {
        PromptsException e =
                assertThrows(
                        PromptsException.class,
                        () ->
                                client(
                                        ChatSettings.of("gpt-4o-mini", Map.of()),
                                        Map.of(),
                                        Budget.unlimited()));
        assertTrue(e.getMessage().contains("OPENAI_API_KEY"), e.getMessage());
    }

    @Test
    void aKeyThatWouldGoUnencryptedOverTheNetworkIsSaid() throws Exception {
        Map<String, String> environment = Map.of("OPENAI_API_KEY", KEY);
        client(settings(), environment, Budget.unlimited()).close();
        client(settings().withBaseUrl("https://h/v1"), environment, Budget.unlimited()).close();
        assertEquals(List.of(), remarks);
        client(settings().withBaseUrl("http://10.0.0.7/v1"), environment, Budget.unlimited())
                .close();
        assertTrue(remarks.getFirst().contains("unencrypted"), remarks.toString());
    }

    @Test
    void aRefusedKeyIsSaidAndNeverShown() {
        server.always(question -> error(401, "Incorrect API key provided: " + KEY));
        String message = refusal(settings());
        assertTrue(message.contains("does not accept the key in OPENAI_API_KEY"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void aMissingModelIsSaidWithWhatToCheck() {
        server.always(question -> error(404, "model 'test-model' not found, try pulling it first"));
        String message = refusal(settings());
        assertTrue(message.contains("'test-model'") && message.contains("--model"), message);
    }

    @Test
    void fieldsThatAServerDoesNotKnowAreLeftOut() throws Exception {
        server.first(
                error(400, "response_format is not supported"),
                error(400, "Unsupported parameter: 'max_tokens', use 'max_completion_tokens'"),
                error(400, "'temperature' does not support 0.9"),
                says("hello"),
                says("again"));
        try (ChatClient client = client(settings(), Map.of(), Budget.unlimited())) {
            assertEquals("hello", client.ask(QUESTION).orElseThrow().text());
            assertEquals("again", client.ask(QUESTION).orElseThrow().text());
        }
        JsonNode last = server.questions().getLast();
        assertFalse(
                last.has("response_format") || last.has("max_tokens") || last.has("temperature"));
        assertTrue(last.has("max_completion_tokens") && last.has("seed"));
        assertEquals(5, server.questions().size());
    }

    @Test
    void whatIsNoChatAddressIsSaid() {
        server.first(new ChatServer.Answer(200, Map.of(), "<html>It works</html>", 0));
        assertTrue(refusal(settings()).contains("chat completions address"));
        server.first(new ChatServer.Answer(200, Map.of(), "{\"data\":[]}", 0));
        assertTrue(refusal(settings()).contains("without 'choices'"));
    }

    @Test
    void theBudgetIsNeverExceeded() throws Exception {
        server.always(question -> says("hello"));
        try (ChatClient client = client(settings(), Map.of(), new Budget(2, 0))) {
            assertTrue(client.ask(QUESTION).isPresent());
            assertTrue(client.ask(QUESTION).isPresent());
            assertTrue(client.ask(QUESTION).isEmpty());
        }
        try (ChatClient client = client(settings(), Map.of(), new Budget(0, 105))) {
            assertTrue(client.ask(QUESTION).isPresent());
            assertEquals(100, client.tokens());
            assertTrue(client.ask(QUESTION).isEmpty());
        }
        assertEquals(3, server.questions().size());
    }

    @Test
    void oneWhoStopsDoesNotWaitForTheAnswer() throws Exception {
        server.always(question -> says("late").after(60_000));
        Patience stop =
                new Patience() {
                    @Override
                    public void pause(Duration time) {}

                    @Override
                    public void check() throws JobCancelledException {
                        if (!server.questions().isEmpty()) {
                            throw new JobCancelledException();
                        }
                    }
                };
        try (ChatClient client =
                new ChatClient(
                        settings(), Map.of(), Budget.unlimited(), 0, 0, stop, remarks::add)) {
            assertThrows(JobCancelledException.class, () -> client.ask(QUESTION));
        }
    }

    @Test
    void addressesAreTakenWithAndWithoutTheirEnd() {
        ChatSettings settings = settings();
        assertEquals(
                "http://h:1/v1/chat/completions",
                settings.withBaseUrl("http://h:1").endpoint().toString());
        assertEquals(
                "http://h/api/v1/chat/completions",
                settings.withBaseUrl("http://h/api/v1/").endpoint().toString());
        assertEquals(
                "http://h/v1/chat/completions",
                settings.withBaseUrl("http://h/v1/chat/completions").endpoint().toString());
        assertEquals(
                "http://elsewhere/v1",
                ChatSettings.of("m", Map.of("OPENAI_BASE_URL", "http://elsewhere/v1")).baseUrl());
        assertThrows(IllegalArgumentException.class, () -> settings.withBaseUrl("ftp://h"));
        assertThrows(IllegalArgumentException.class, () -> settings.withBaseUrl("http://me:pw@h"));
    }
}
