import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ahead-of-time cache (JEP 483, 514, 515): classes as they are after loading and linking, and profiles of their methods,
 * from one run that scores a picture and opens the window.
 */
final class AheadOfTime {
    private static final String CACHE = "eliq.aot";

    private final Target target;
    private final Path image;
    private final Path scratch;

    AheadOfTime(Target target, Path image, Path scratch) {
        this.target = target;
        this.image = image;
        this.scratch = scratch;
    }

    /** Trains, writes the cache into the image and has these launchers use it. */
    void make(List<String> launchers) throws IOException, InterruptedException {
        Path cache = target.app(image).resolve(CACHE).toAbsolutePath();
        Path recording = scratch.resolve("recording.aotconf").toAbsolutePath();
        Started started = new Started(target, image, scratch);
        // The launchers have no java beside them that one step (-XX:AOTCacheOutput) would start.
        started.run(
                "eliq",
                List.of(
                        "-Xlog:aot=error",
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + recording),
                List.of("check"));
        started.run(
                "eliq",
                List.of(
                        "-Xlog:aot=error",
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recording,
                        "-XX:AOTCache=" + cache),
                List.of("check"));
        if (!Files.isRegularFile(cache)) {
            throw new IOException("The ahead-of-time cache was not written: " + cache);
        }
        for (String launcher : launchers) {
            use(target.app(image).resolve(launcher + ".cfg"));
        }
        AppImage.clear(scratch);
    }

    private static void use(Path settings) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(settings));
        int place = lines.indexOf("[JavaOptions]");
        if (place < 0) {
            throw new IOException(settings + " has no [JavaOptions]; jpackage has changed");
        }
        lines.add(place + 1, "java-options=-XX:AOTCache=$APPDIR/" + CACHE);
        settings.toFile().setWritable(true);
        Files.write(settings, lines);
    }
}
