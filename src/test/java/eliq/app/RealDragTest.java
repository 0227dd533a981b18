package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Once in a real window, by the platform's own drag and drop, where Xvfb is installed. */
class RealDragTest {

    @Test
    @Timeout(240)
    void aFolderIsDraggedFromOneWindowIntoTheLibrary(@TempDir Path folder) throws Exception {
        Optional<Path> xvfb = onPath("Xvfb");
        says(xvfb.isPresent(), "Xvfb is not installed");
        Path pictures = StripedPictures.write(folder.resolve("pictures"), 0, 3);
        Process display = display(xvfb.orElseThrow());
        try (BufferedReader out = display.inputReader()) {
            String number = out.readLine();
            says(number != null, "Xvfb did not start");
            Path log = folder.resolve("window.log");
            Process window = window(number, folder.resolve("home"), pictures, log);
            if (!window.waitFor(200, TimeUnit.SECONDS)) {
                window.destroyForcibly();
            }
            String said = Files.readString(log, StandardCharsets.UTF_8);
            says(window.waitFor() != RealWindow.NO_WINDOWS, said);
            assertEquals(0, window.exitValue(), said);
        } finally {
            display.destroy();
        }
    }

    private static Process display(Path xvfb) throws IOException {
        return new ProcessBuilder(
                        xvfb.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x800x24",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Process window(String display, Path home, Path pictures, Path log)
            throws IOException {
        String classes = System.getProperty("java.class.path");
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dglass.platform=gtk",
                                "-Dprism.order=sw",
                                "-cp",
                                System.getProperty("surefire.test.class.path", classes),
                                RealWindow.class.getName(),
                                home.toString(),
                                pictures.toString(),
                                "3"));
        builder.environment().put("DISPLAY", ":" + display);
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void says(boolean holds, String reason) {
        if (!holds) {
            System.out.println("No drag in a real window was tested: " + reason);
        }
        assumeTrue(holds, reason);
    }
}
