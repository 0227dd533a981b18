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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        ObjectNode sent = graph;
        Optional<Pixels> pixels = fetch(name, saved(name, workflow, sent, watch));
        if (pixels.isEmpty()) {
            // Server and history remember a picture that someone has deleted. Under another name it
            // is
            // saved anew.
            sent = renamed(workflow, graph);
            pixels = fetch(name, saved(name, workflow, sent, watch));
        }
        return new GeneratedImage(
                pixels.orElseThrow(
                        () ->
                                new GenerateException(
                                        Reason.FAILED,
                                        name
                                                + ": the picture is not on the server's disk any more; ask for it again.")),
                new Provenance(
                        name,
                        workflow.model(),
                        seed,
                        Optional.of(Answer.write(sent)),
                        Instant.now(),
                        Duration.ofNanos(System.nanoTime() - start)));
    }

    private ComfyHistory.Saved saved(
            String name, Workflow workflow, ObjectNode graph, GenerationWatch watch)
            throws GenerateException {
        return ComfyRun.run(client, graph, watch)
                .picture(workflow.output())
                .orElseThrow(
                        () ->
                                new GenerateException(
                                        Reason.FAILED,
                                        name
                                                + ": the run ended well but saved no picture; look at the workflow's last node."));
    }

    private ObjectNode renamed(Workflow workflow, ObjectNode graph) {
        ObjectNode copy = graph.deepCopy();
        for (NodeInput at : workflow.slots().getOrDefault(Slot.PREFIX, List.of())) {
            ((ObjectNode) copy.path(at.node()).path("inputs"))
                    .put(at.input(), prefix() + "-" + UUID.randomUUID());
        }
        return copy;
    }

    /**
     * Fetches a picture, again where it arrives cut off: it lies on the server's disk.
     *
     * @return empty where it does not lie there any more
     */
    private Optional<Pixels> fetch(String name, ComfyHistory.Saved saved) throws GenerateException {
        for (int attempt = 0; ; attempt++) {
            Optional<byte[]> bytes = client.picture(saved);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(ReceivedPicture.decode(bytes.get(), name));
            } catch (GenerateException e) {
                if (attempt >= settings().retries()) {
                    throw e;
                }
                client.http().sleep(settings().retryPause());
            }
        }
    }
}
