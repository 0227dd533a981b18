package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GenerationWatch;
import eliq.generate.comfyui.ComfyClient.Place;
import eliq.generate.http.Answer;
import eliq.generate.http.Http;
import eliq.generate.http.HttpSettings;
import eliq.generate.http.ReceivedPicture;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * One graph from asking to its end. The run's id is a function of the graph: who asks again, after a crash of this
 * program too, finds what the server has made or is making, and nothing is made twice.
 *
 * <p>Progress comes over a socket of its own; the end is read from the history, which is also asked at intervals, so that
 * a socket that closes or falls silent costs nothing but the progress.
 */
final class ComfyRun {
    private static final int RECONNECTS = 3;

    private final ComfyClient client;
    private final Http http;
    private final HttpSettings settings;
    private final ObjectNode graph;
    private final String id;
    private final GenerationWatch watch;
    private final Patience patience;

    private ComfySocket socket;
    private int reconnects;

    private ComfyRun(ComfyClient client, ObjectNode graph, GenerationWatch watch)
            throws InterruptedException {
        this.client = client;
        this.http = client.http();
        this.settings = http.settings();
        this.graph = graph;
        this.id = idOf(graph);
        this.watch = watch;
        this.patience = new Patience(http.name(), settings);
        this.socket = ComfySocket.open(http, Optional.empty());
    }

    /**
     * Runs a graph and waits for its end.
     *
     * @return the history of a run that succeeded
     */
    static ComfyHistory run(ComfyClient client, ObjectNode graph, GenerationWatch watch)
            throws GenerateException {
        Optional<ComfyHistory> known = client.historyPatiently(idOf(graph));
        if (known.isPresent() && known.get().success()) {
            return known.get();
        }
        if (known.isPresent()) {
            client.forget(idOf(graph));
        }
        try {
            ComfyRun run = new ComfyRun(client, graph, watch);
            try {
                return run.run();
            } finally {
                run.socket.close();
            }
        } catch (InterruptedException e) {
            throw client.http().interrupted(e);
        }
    }

    static String idOf(ObjectNode graph) {
        return UUID.nameUUIDFromBytes(Answer.write(graph).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private ComfyHistory run() throws GenerateException, InterruptedException {
        try {
            for (int lost = 0; ; lost++) {
                submit();
                Optional<ComfyHistory> end = await();
                if (end.isPresent()) {
                    if (!end.get().success()) {
                        throw ComfyErrors.failed(http.name(), end.get());
                    }
                    return end.get();
                }
                if (lost >= settings.resubmissions()) {
                    throw new GenerateException(
                            Reason.FAILED,
                            http.name()
                                    + ": the server no longer knows the picture that it was asked for, as after a restart"
                                    + " or when its queue was cleared; ask again.");
                }
                watch.note(http.name() + ": the server has forgotten the picture; asking again.");
            }
        } catch (GenerateException e) {
            if (e.reason() == Reason.CANCELLED || e.reason() == Reason.TIMED_OUT) {
                takeBack();
            }
            throw e;
        } catch (InterruptedException e) {
            takeBack();
            throw e;
        }
    }

    private void takeBack() {
        boolean interrupted = Thread.interrupted();
        try {
            client.cancel(id);
        } catch (GenerateException e) {
            watch.note(
                    http.name()
                            + ": the picture could not be taken back; the server may make it yet.");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Queues the graph unless it is there already. A call that got no answer may have queued it. */
    private void submit() throws GenerateException, InterruptedException {
        patience.begin();
        if (!(client.place(id) instanceof Place.Nowhere)) {
            return;
        }
        for (int attempt = 0; ; attempt++) {
            try {
                Optional<GenerateException> refusal = client.submit(graph, id, socket.clientId());
                if (refusal.isPresent()) {
                    throw refusal.get();
                }
                return;
            } catch (GenerateException e) {
                boolean unanswered =
                        e.reason() == Reason.UNREACHABLE || e.reason() == Reason.TIMED_OUT;
                if (!unanswered || attempt >= settings.retries()) {
                    throw e;
                }
                http.sleep(settings.retryPause().multipliedBy(1L << attempt));
                if (knownToServer()) {
                    return;
                }
            }
        }
    }

    private boolean knownToServer() {
        try {
            return !(client.place(id) instanceof Place.Nowhere) || client.history(id).isPresent();
        } catch (GenerateException e) {
            return false;
        }
    }

    /** Waits for the run's end; empty where the server does not know the run any more. */
    private Optional<ComfyHistory> await() throws GenerateException, InterruptedException {
        long poll = settings.pollInterval().toNanos();
        long nextLook = System.nanoTime() + poll;
        boolean nowhere = false;
        while (true) {
            watch.checkCancelled(http.name());
            long wait = Math.clamp((nextLook - System.nanoTime()) / 1_000_000, 1, 250);
            Optional<ComfyEvent> event = socket.next(wait);
            boolean ended = event.isPresent() && heard(event.get());
            if (!ended && System.nanoTime() < nextLook) {
                continue;
            }
            nextLook = System.nanoTime() + poll;
            try {
                Optional<ComfyHistory> end = client.history(id);
                if (end.isPresent()) {
                    hearTheRest();
                    return end;
                }
                Place place = client.place(id);
                patience.answered();
                // A run leaves the queue just before its history is written.
                if (place instanceof Place.Nowhere) {
                    if (nowhere) {
                        return Optional.empty();
                    }
                    nowhere = true;
                } else {
                    nowhere = false;
                    found(place);
                }
            } catch (GenerateException e) {
                patience.endure(e);
            }
            patience.check();
        }
    }

    /** What came over the socket before the history was looked at. */
    private void hearTheRest() throws InterruptedException {
        for (Optional<ComfyEvent> event = socket.next(0);
                event.isPresent() && !(event.get() instanceof ComfyEvent.Lost);
                event = socket.next(0)) {
            heard(event.get());
        }
    }

    private void found(Place place) {
        if (place instanceof Place.Queued queued) {
            watch.queued(queued.ahead());
        } else {
            patience.seenRunning();
        }
    }

    /** Takes an event in; true where the history should be looked at. */
    private boolean heard(ComfyEvent event) throws InterruptedException {
        return switch (event) {
            case ComfyEvent.Waiting waiting -> false;
            case ComfyEvent.Started started -> {
                sign(started.run());
                yield false;
            }
            case ComfyEvent.Executing executing -> {
                boolean ours = executing.run().filter(id::equals).isPresent();
                if (ours) {
                    sign(id);
                }
                yield ours && executing.node().isEmpty();
            }
            case ComfyEvent.Step step -> {
                if (sign(step.run()) && step.done() > 0) {
                    watch.step(step.done(), step.total());
                }
                yield false;
            }
            case ComfyEvent.Preview preview -> {
                if (preview.run().map(id::equals).orElse(patience.running())) {
                    ReceivedPicture.preview(preview.picture()).ifPresent(watch::preview);
                }
                yield false;
            }
            case ComfyEvent.Broken broken -> false;
            case ComfyEvent.Succeeded succeeded -> false;
            case ComfyEvent.Lost lost -> {
                reconnect(lost);
                yield true;
            }
        };
    }

    private boolean sign(String run) {
        boolean ours = run.equals(id);
        if (ours) {
            patience.advanced();
        }
        return ours;
    }

    /** The old socket has ended, so its id is free: the run's events come to whoever opens it next. */
    private void reconnect(ComfyEvent.Lost lost) throws InterruptedException {
        if (reconnects == 0) {
            watch.note(
                    http.name()
                            + ": the connection for progress was lost ("
                            + lost.why()
                            + "); the picture is waited for all the same.");
        }
        if (reconnects++ < RECONNECTS) {
            Thread.sleep(settings.retryPause());
            socket.close();
            socket = ComfySocket.open(http, Optional.of(socket.clientId()));
        }
    }
}
