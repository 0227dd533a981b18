package eliq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** From what went wrong to one clear sentence and an exit code: 0 ok, 1 failure, 2 wrong usage. */
final class Failures {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command line that picocli could not make sense of. */
    int wrongUsage(CommandLine.ParameterException e, String[] arguments) {
        PrintWriter err = terminal.err();
        err.println("eliq: " + sentence(plain(e.getMessage())));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println(
                    "Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return USAGE;
    }

    /** Without the names of Java's types. */
    private static String plain(String message) {
        return message.replaceFirst("is not an? (int|long)$", "is not a whole number")
                .replaceFirst("is not an? (float|double)$", "is not a number");
    }

    /** A command that threw. */
    int failed(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        terminal.out().flush();
        if (e instanceof UsageException) {
            terminal.err().println("eliq: " + sentence(e.getMessage()));
            terminal.err()
                    .println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
            return USAGE;
        }
        if (e instanceof InterruptedException) {
            terminal.err().println("eliq: Interrupted.");
            return FAILURE;
        }
        terminal.err().println("eliq: " + (speaksToUsers(e) ? sentence(e.getMessage()) : fault(e)));
        return FAILURE;
    }

    /** Each package's checked exception says what was wrong, where, and what to do. */
    static boolean speaksToUsers(Exception e) {
        return !(e instanceof RuntimeException)
                && e.getMessage() != null
                && e.getClass().getPackageName().startsWith("eliq.");
    }

    private static String fault(Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        String what = e.getClass().getSimpleName() + ": " + e.getMessage();
        try {
            Path file = Files.createTempFile("eliq-fault-", ".txt");
            Files.writeString(file, trace.toString());
            return "This is a fault of the program, not yours ("
                    + what
                    + "). Please report it with the file "
                    + file
                    + ".";
        } catch (IOException cannotWrite) {
            return "This is a fault of the program, not yours (" + what + "). Please report it.";
        }
    }

    /** With a full stop. */
    static String sentence(String message) {
        String text = message.strip();
        return text.endsWith(".") || text.endsWith("?") || text.endsWith("!") ? text : text + ".";
    }
}
