import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts an image's launchers as somebody who has never used the program. */
final class Started {
    private static final int LONGEST_SECONDS = 600;

    private final Target target;
    private final Path image;
    private final Path scratch;

    /** @param scratch folder of the stranger's home and workspace */
    Started(Target target, Path image, Path scratch) throws IOException {
        this.target = target;
        this.image = image;
        this.scratch = scratch.toAbsolutePath();
        Files.createDirectories(home());
    }

    /** The stranger's home. */
    Path home() {
        return scratch.resolve("home");
    }

    /**
     * Starts one and waits for its end.
     *
     * @param options of the JVM, beside those of the launcher
     * @return what it wrote to its standard output
     * @throws IOException if it fails
     */
    String run(String launcher, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(target.launcher(image, launcher).toAbsolutePath().toString());
        command.addAll(arguments);
        List<String> all = new ArrayList<>(options);
        all.add("-Duser.home=" + home());
        all.add("-Djava.util.prefs.userRoot=" + home());
        Path out = scratch.resolve("out.txt");
        Path err = scratch.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.put(
                "JAVA_TOOL_OPTIONS",
                all.stream().map(o -> '"' + o + '"').collect(Collectors.joining(" ")));
        environment.put("ELIQ_HOME", scratch.resolve("workspace").toString());
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end in " + LONGEST_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    command
                            + " ended with "
                            + process.exitValue()
                            + "\n"
                            + Files.readString(out)
                            + Files.readString(err));
        }
        return Files.readString(out);
    }
}
