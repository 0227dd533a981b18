package eliq.generate.webui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationWatch;
import eliq.generate.Provenance;
import eliq.generate.http.Answer;
import eliq.generate.http.ReceivedPicture;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One request after another: the server makes one picture at a time, and many calls side by side have been seen to wedge it
 * (AUTOMATIC1111/stable-diffusion-webui#14908). Progress is asked for meanwhile.
 */
final class WebUiWork {
    private final WebUiClient client;
    private final ReentrantLock turn = new ReentrantLock(true);

    WebUiWork(WebUiClient client) {
        this.client = client;
    }

    WebUiClient client() {
        return client;
    }

    /**
     * @param generator name of the generator or editor
     * @param route txt2img or img2img
     * @param expected name of the checkpoint that must have drawn it
     * @param stopAfter steps after which the run is interrupted and what there is decoded
     */
    GeneratedImage make(
            String generator,
            String route,
            ObjectNode request,
            Optional<WebUiClient.Checkpoint> expected,
            OptionalInt stopAfter,
            GenerationWatch watch)
            throws GenerateException {
        long start = System.nanoTime();
        awaitTurn(watch);
        try {
            CountDownLatch done = new CountDownLatch(1);
            AtomicInteger stoppedAt = new AtomicInteger();
            Thread observer =
                    Thread.ofVirtual()
                            .name("webui-progress")
                            .start(() -> observe(done, stopAfter, stoppedAt, watch));
            WebUiClient.Made made;
            try {
                made = client.make(route, request, watch);
            } catch (GenerateException e) {
                if (e.reason() == Reason.CANCELLED || e.reason() == Reason.TIMED_OUT) {
                    interruptQuietly();
                }
                throw e;
            } finally {
                done.countDown();
                observer.interrupt();
            }
            checkModel(made, expected);
            if (stopAfter.isPresent() && stoppedAt.get() == 0) {
                throw new GenerateException(
                        Reason.FAILED,
                        generator
                                + ": the picture was finished before it could be stopped early; ask for more steps, or use"
                                + " ComfyUI, which stops at the exact step.");
            }
            Pixels pixels = ReceivedPicture.decode(made.picture(), generator);
            ObjectNode recorded = request.deepCopy();
            JsonNode source = recorded.path("init_images").path(0);
            if (source.isTextual()) {
                recorded.remove("init_images");
                recorded.put(
                        "eliq_init_image_sha256",
                        ContentHash.of(Base64.getDecoder().decode(source.asText())).hex());
            }
            if (stopAfter.isPresent()) {
                recorded.put("eliq_stopped_at_step", stoppedAt.get());
            }
            return new GeneratedImage(
                    pixels,
                    new Provenance(
                            generator,
                            Optional.of(made.info().path("sd_model_name").asText(""))
                                    .filter(name -> !name.isEmpty()),
                            made.info().path("seed").asLong(request.path("seed").asLong()),
                            Optional.of(Answer.write(recorded)),
                            Instant.now(),
                            Duration.ofNanos(System.nanoTime() - start)));
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn(GenerationWatch watch) throws GenerateException {
        try {
            while (!turn.tryLock(200, TimeUnit.MILLISECONDS)) {
                watch.queued(1 + turn.getQueueLength());
                watch.checkCancelled(client.http().name());
            }
        } catch (InterruptedException e) {
            throw client.http().interrupted(e);
        }
    }

    private void observe(
            CountDownLatch done,
            OptionalInt stopAfter,
            AtomicInteger stoppedAt,
            GenerationWatch watch) {
        try {
            int last = 0;
            // Stopping at a step needs a closer look than showing it.
            long pause =
                    stopAfter.isPresent()
                            ? Math.min(50, client.http().settings().pollInterval().toMillis())
                            : client.http().settings().pollInterval().toMillis();
            while (!done.await(pause, TimeUnit.MILLISECONDS)) {
                WebUiClient.Progress progress = client.progress();
                if (progress.step() > 0 && progress.step() != last) {
                    last = progress.step();
                    watch.step(last, progress.steps());
                    progress.preview().flatMap(ReceivedPicture::preview).ifPresent(watch::preview);
                }
                if (stopAfter.isPresent()
                        && progress.step() >= stopAfter.getAsInt()
                        && progress.step() < progress.steps()
                        && stoppedAt.compareAndSet(0, progress.step())) {
                    client.interrupt();
                }
            }
        } catch (GenerateException e) {
            watch.note(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interruptQuietly() {
        boolean interrupted = Thread.interrupted();
        try {
            client.interrupt();
        } catch (GenerateException e) {
            // It may have gone: then there is nothing to stop.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A checkpoint that the server does not know is passed over in silence, and the loaded one draws. */
    private void checkModel(WebUiClient.Made made, Optional<WebUiClient.Checkpoint> expected)
            throws GenerateException {
        String drew = made.info().path("sd_model_name").asText("");
        if (expected.isPresent()
                && !drew.isEmpty()
                && !drew.equals(expected.get().name())
                && !drew.equals(expected.get().title())) {
            throw new GenerateException(
                    Reason.FAILED,
                    "%s: asked for the checkpoint %s, the server drew with %s; choose it in the web UI and see whether it loads."
                            .formatted(client.http().name(), expected.get().name(), drew));
        }
    }
}
