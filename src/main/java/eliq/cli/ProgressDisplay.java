package eliq.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress on the error stream. Nothing for work of up to two seconds; then a bar that redraws its line on a terminal,
 * and a plain line every ten seconds elsewhere. Used by one thread at a time.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long REDRAW = 100_000_000L;
    private static final long LINE = 10_000_000_000L;
    private static final int BAR = 24;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean interactive;
    private final boolean quiet;
    private final LongSupplier nanoTime;

    private String stage = "";
    private long stageBegan;
    private long doneAtBegin;
    private long last;
    private boolean drawn;

    ProgressDisplay(Terminal terminal, boolean quiet) {
        this.err = terminal.err();
        this.interactive = terminal.interactive();
        this.quiet = quiet;
        this.nanoTime = terminal.nanoTime();
    }

    /**
     * @param now what is being done; another stage begins another count
     * @param done of {@code total}
     * @param total 0 where not known
     * @param message a few words more, or empty
     */
    synchronized void update(String now, long done, long total, String message) {
        long time = nanoTime.getAsLong();
        if (!now.equals(stage)) {
            stage = now;
            stageBegan = time;
            doneAtBegin = done;
            last = time;
        }
        boolean waited = time - stageBegan >= PATIENCE;
        boolean due =
                interactive
                        ? time - last >= REDRAW || done == total
                        : time - last >= LINE || drawn && done == total;
        if (quiet || !waited || !due) {
            return;
        }
        last = time;
        drawn = true;
        double seconds = (time - stageBegan) * 1e-9;
        String line = line(done, total, seconds, message);
        if (interactive) {
            err.print(ERASE + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    private String line(long done, long total, double seconds, String message) {
        double rate = (done - doneAtBegin) / seconds;
        StringBuilder line = new StringBuilder(stage);
        if (total > 0) {
            double share = Math.clamp((double) done / total, 0, 1);
            if (interactive) {
                int full = (int) Math.round(share * BAR);
                line.append(" [").append("#".repeat(full)).append("-".repeat(BAR - full));
                line.append(']');
            }
            line.append(String.format(Locale.ROOT, " %d of %d (%.0f%%)", done, total, 100 * share));
        } else if (done > 0) {
            line.append(' ').append(done);
        }
        if (rate > 0) {
            line.append(rate >= 0.1 ? ", " + rounded(rate) + "/s" : "");
            if (total > done) {
                line.append(", ").append(duration((total - done) / rate)).append(" left");
            }
        }
        if (!message.isBlank()) {
            line.append(" · ").append(message);
        }
        return line.toString();
    }

    private static String rounded(double rate) {
        return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
    }

    static String duration(double seconds) {
        long s = Math.round(seconds);
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /** A message for the user, above the bar. */
    synchronized void say(String message) {
        erase();
        if (!quiet) {
            err.println(message);
        }
    }

    /** A message that is shown even where the user wants none but errors. */
    synchronized void complain(String message) {
        erase();
        err.println(message);
    }

    private void erase() {
        if (interactive && drawn) {
            err.print(ERASE);
            err.flush();
            drawn = false;
        }
    }

    @Override
    public synchronized void close() {
        erase();
    }
}
