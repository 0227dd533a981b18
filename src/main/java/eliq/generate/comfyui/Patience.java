package eliq.generate.comfyui;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.http.HttpSettings;
import java.time.Duration;

/** How long one run is waited for: in the queue, without progress, and while the server is away. For one thread. */
final class Patience {
    private final String name;
    private final HttpSettings settings;
    private boolean running;
    private long begun = System.nanoTime();
    private long lastSign = begun;
    private long lastAnswer = begun;

    /** @param name of the backend, for messages */
    Patience(String name, HttpSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    /** The run is asked for, again perhaps. */
    void begin() {
        running = false;
        begun = System.nanoTime();
        lastSign = begun;
        lastAnswer = begun;
    }

    /** The server answered. */
    void answered() {
        lastAnswer = System.nanoTime();
    }

    /** The run was seen to be at work. */
    void seenRunning() {
        if (!running) {
            advanced();
        }
    }

    /** The run came a step further. */
    void advanced() {
        running = true;
        lastSign = System.nanoTime();
    }

    boolean running() {
        return running;
    }

    /**
     * Takes it that the server does not answer, for a while.
     *
     * @throws GenerateException where it has been away for too long
     */
    void endure(GenerateException absence) throws GenerateException {
        if (absence.reason() == Reason.CANCELLED) {
            throw absence;
        }
        if (since(lastAnswer).compareTo(settings.goneTimeout()) > 0) {
            throw new GenerateException(
                    Reason.UNREACHABLE,
                    name
                            + ": the server went away while it made a picture and did not come back within "
                            + shown(settings.goneTimeout())
                            + "; start it again.",
                    absence);
        }
    }

    /**
     * @throws GenerateException where the run waits or stands still for too long
     */
    void check() throws GenerateException {
        if (!running && since(begun).compareTo(settings.queueTimeout()) > 0) {
            throw new GenerateException(
                    Reason.TIMED_OUT,
                    name
                            + ": the picture's turn in the server's queue did not come within "
                            + shown(settings.queueTimeout())
                            + "; clear the queue, or allow more with the setting queueTimeout.");
        }
        if (running && since(lastSign).compareTo(settings.stallTimeout()) > 0) {
            throw new GenerateException(
                    Reason.TIMED_OUT,
                    name
                            + ": no progress for "
                            + shown(settings.stallTimeout())
                            + "; see the server's window, or allow more with the setting stallTimeout.");
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static String shown(Duration duration) {
        return duration.toSeconds() < 120
                ? duration.toSeconds() + " s"
                : duration.toMinutes() + " min";
    }
}
