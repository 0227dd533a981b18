import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** A tool of the JDK that this program runs on. */
final class Tool {
    private Tool() {}

    /** Runs it and gives what it printed. */
    static String run(String name, List<String> arguments) throws IOException {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IOException("This JDK has no " + name + "."));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int code = tool.run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        if (code != 0) {
            throw new IOException(name + " " + String.join(" ", arguments) + "\n" + said);
        }
        return said.toString();
    }
}
