package eliq.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A failure as the user reads it, and its details as a developer wants them. */
final class JobFailure {
    private static final String FILE = "error.log";

    private JobFailure() {}

    /** Whether a job stopped because it was asked to. */
    static boolean isStop(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JobCancelledException || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** One plain sentence. */
    static String sentence(Throwable wrapped) {
        Throwable failure = unwrapped(wrapped);
        String message = failure.getMessage();
        if (failure instanceof OutOfMemoryError) {
            return "The program ran out of memory; close other programs, lower the batch size, or give it more with -Xmx.";
        }
        boolean ours = failure.getClass().getName().startsWith("eliq.");
        if (ours && message != null) {
            return message.lines().findFirst().orElse(message);
        }
        if (failure instanceof NoSuchFileException missing) {
            return "File " + missing.getFile() + " does not exist.";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "File " + denied.getFile() + " may not be used; check its permissions.";
        }
        return "Unexpected error ("
                + failure.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""))
                + "); the details are in "
                + FILE
                + " in the job's folder.";
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wrapper =
                failure instanceof ExecutionException
                        || failure instanceof CompletionException
                        || failure instanceof UncheckedIOException;
        return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
    }

    /** Appends the stack trace to the details file of this folder. */
    static Path keep(Path directory, Throwable failure) {
        Path file = directory.resolve(FILE);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Files.writeString(
                    file,
                    Instant.now() + " " + trace + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return file;
    }
}
