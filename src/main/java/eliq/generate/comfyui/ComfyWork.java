package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationWatch;
import eliq.generate.Provenance;
import eliq.generate.http.Answer;
import eliq.generate.http.HttpSettings;
import eliq.generate.http.ReceivedPicture;
import eliq.image.Pixels;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From a filled graph to a picture with its provenance. */
final class ComfyWork {
    private final ComfyClient client;

    ComfyWork(ComfyClient client) {
        this.client = client;
    }

    HttpSettings settings() {
        return client.http().settings();
    }

    /** Where pictures are kept on the server, under its output folder. */
    String prefix() {
        return "eliq/picture";
    }

    String upload(byte[] png, String fileName) throws GenerateException {
        return client.upload(png, fileName);
    }

    /**
     * Runs a graph and fetches its picture.
     *
     * @param name of the generator or editor
     */
    GeneratedImage run(
            String name, Workflow workflow, ObjectNode graph, long seed, GenerationWatch watch)
            throws GenerateException {
        long start = System.nanoTime();
        ComfyHistory history = ComfyRun.run(client, graph, watch);
        ComfyHistory.Saved saved =
                history.picture(workflow.output())
                        .orElseThrow(
                                () ->
                                        new GenerateException(
                                                Reason.FAILED,
                                                name
                                                        + ": the run ended well but saved no picture; look at the workflow's last node."));
        Pixels pixels = fetch(name, saved);
        return new GeneratedImage(
                pixels,
                new Provenance(
                        name,
                        workflow.model(),
                        seed,
                        Optional.of(Answer.write(graph)),
                        Instant.now(),
                        Duration.ofNanos(System.nanoTime() - start)));
    }

    /** A picture that arrives cut off is fetched again: it lies on the server's disk. */
    private Pixels fetch(String name, ComfyHistory.Saved saved) throws GenerateException {
        for (int attempt = 0; ; attempt++) {
            byte[] bytes = client.picture(saved);
            try {
                return ReceivedPicture.decode(bytes, name);
            } catch (GenerateException e) {
                if (attempt >= settings().retries()) {
                    throw e;
                }
                client.http().sleep(settings().retryPause());
            }
        }
    }
}
