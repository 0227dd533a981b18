package eliq.generate.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.Provenance;
import eliq.generate.http.Answer;
import eliq.generate.http.Http;
import eliq.generate.http.Multipart;
import eliq.generate.http.ReceivedPicture;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Pictures and edits by one model. The form has no seed: the request's only tells one request from another, and asking
 * again gives another picture. It cannot be stopped early.
 */
final class OpenAiImages implements ImageGenerator, ImageEditor {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Http http;
    private final OpenAiOptions options;

    OpenAiImages(Http http, OpenAiOptions options) {
        this.http = http;
        this.options = options;
    }

    @Override
    public String name() {
        return http.name() + "/" + options.model();
    }

    @Override
    public boolean deterministic() {
        return false;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Set.of(QualityKind.FULL), false, options.width(), options.height(), 1);
    }

    @Override
    public Pixels generate(GenerationRequest request) throws GenerateException {
        return make(request, GenerationWatch.NONE).pixels();
    }

    @Override
    public GeneratedImage make(GenerationRequest request, GenerationWatch watch)
            throws GenerateException {
        if (!capabilities().makes(request.quality())) {
            throw new GenerateException(
                    Reason.REFUSED,
                    name()
                            + " can only draw as well as it can; choose another generator for early-stopped and weak pictures.");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", options.model()).put("prompt", request.prompt()).put("n", 1);
        body.put("size", request.width() + "x" + request.height());
        options.quality().ifPresent(value -> body.put("quality", value));
        options.responseFormat().ifPresent(value -> body.put("response_format", value));
        long start = System.nanoTime();
        Answer answer =
                patiently(
                        () ->
                                http.post(
                                        "/images/generations",
                                        body,
                                        http.settings().stallTimeout(),
                                        watch),
                        watch);
        return image(answer, body, request.seed(), start);
    }

    @Override
    public GeneratedImage edit(EditRequest request, GenerationWatch watch)
            throws GenerateException {
        ObjectNode recorded = JsonNodeFactory.instance.objectNode();
        recorded.put("model", options.model()).put("prompt", request.instruction()).put("n", 1);
        recorded.put("size", request.image().width() + "x" + request.image().height());
        Multipart form = new Multipart();
        recorded.properties().forEach(e -> form.field(e.getKey(), e.getValue().asText()));
        form.file("image", "image.png", "image/png", ImageEncoding.png(request.image()));
        long start = System.nanoTime();
        Answer answer =
                patiently(
                        () ->
                                http.post(
                                        "/images/edits",
                                        form,
                                        http.settings().stallTimeout(),
                                        watch),
                        watch);
        return image(answer, recorded, request.seed(), start);
    }

    @FunctionalInterface
    private interface Call {
        Answer go() throws GenerateException;
    }

    /** A call that was turned away for its rate has started nothing, so it may be repeated. */
    private Answer patiently(Call call, GenerationWatch watch) throws GenerateException {
        Duration pause = http.settings().retryPause();
        for (int attempt = 0; ; attempt++) {
            watch.checkCancelled(name());
            Answer answer = call.go();
            boolean limited = answer.status() == 429 && !outOfMoney(answer);
            if (!limited || attempt >= http.settings().retries()) {
                return answer;
            }
            Duration wait = answer.retryAfter().orElse(pause);
            wait = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
            watch.note(
                    name()
                            + ": too many requests; waiting "
                            + Math.max(1, wait.toSeconds())
                            + " s.");
            http.sleep(wait);
            pause = pause.multipliedBy(2);
        }
    }

    private static boolean outOfMoney(Answer answer) {
        return answer.json().path("error").path("code").asText().equals("insufficient_quota");
    }

    private GeneratedImage image(Answer answer, ObjectNode sent, long seed, long start)
            throws GenerateException {
        if (!answer.ok()) {
            throw refused(answer);
        }
        JsonNode first = answer.json().path("data").path(0);
        byte[] bytes = bytes(first);
        Pixels pixels = ReceivedPicture.decode(bytes, name());
        if (ReceivedPicture.black(pixels)) {
            throw new GenerateException(
                    Reason.FAILED,
                    name()
                            + ": the picture came back all black, as after a safety filter; change the prompt.");
        }
        return new GeneratedImage(
                pixels,
                new Provenance(
                        name(),
                        Optional.of(options.model()),
                        seed,
                        Optional.of(Answer.write(sent)),
                        Instant.now(),
                        Duration.ofNanos(System.nanoTime() - start)));
    }

    private byte[] bytes(JsonNode image) throws GenerateException {
        String encoded = image.path("b64_json").asText("");
        String url = image.path("url").asText("");
        if (encoded.isEmpty() && url.startsWith("data:")) {
            encoded = url;
        }
        if (!encoded.isEmpty()) {
            try {
                return Base64.getDecoder().decode(encoded.substring(encoded.indexOf(',') + 1));
            } catch (IllegalArgumentException e) {
                throw new GenerateException(
                        Reason.FAILED,
                        name()
                                + ": the picture did not arrive whole (broken base64); ask for it again.",
                        e);
            }
        }
        if (url.isEmpty()) {
            throw new GenerateException(
                    Reason.FAILED, name() + ": the answer holds no picture; ask again.");
        }
        return fetch(url);
    }

    /** Addresses on other hosts are not followed: nobody has agreed to talk to them. */
    private byte[] fetch(String url) throws GenerateException {
        URI base = http.base();
        URI resolved = URI.create(base + "/").resolve(url);
        if (!base.getAuthority().equals(resolved.getAuthority())) {
            throw new GenerateException(
                    Reason.REFUSED,
                    name()
                            + ": the picture lies on another host ("
                            + resolved.getHost()
                            + "), which is not asked; set the response format to b64_json.");
        }
        Answer answer = http.getAbsolute(resolved);
        if (!answer.ok()) {
            throw new GenerateException(
                    Reason.FAILED,
                    name()
                            + ": the picture's address answered with status "
                            + answer.status()
                            + ".");
        }
        return answer.body();
    }

    GenerateException unauthorised() {
        return new GenerateException(
                Reason.REFUSED,
                http.name()
                        + ": the key was not accepted; put it into an environment variable and name it with"
                        + " 'eliq backends add --key-variable'.");
    }

    private GenerateException refused(Answer answer) {
        String message = answer.json().path("error").path("message").asText(answer.excerpt());
        return switch (answer.status()) {
            case 401, 403 -> unauthorised();
            case 429 ->
                    new GenerateException(
                            Reason.UNREACHABLE,
                            name()
                                    + (outOfMoney(answer)
                                            ? ": the account's budget is used up"
                                            : ": too many requests, also after waiting")
                                    + " ("
                                    + message
                                    + "); go on later.");
            case 400, 404, 413, 422 ->
                    new GenerateException(
                            Reason.REFUSED,
                            name() + ": the endpoint refused the request: " + message);
            default ->
                    new GenerateException(
                            Reason.FAILED,
                            "%s: the endpoint failed with status %d: %s"
                                    .formatted(name(), answer.status(), message));
        };
    }
}
