import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Starts an app image for the first time, as somebody without a display who has never used the program, and looks at what it
 * does; fails where something is wrong.
 *
 * <p>{@code java packaging/FirstStart.java OUT}, where {@code OUT} is the folder that {@link AppImage} wrote to.
 */
final class FirstStart {
    private final Target target = Target.here();
    private final Path image;
    private final Path scratch;
    private final Started started;

    private FirstStart(Path out) throws IOException {
        this.image = target.image(out);
        this.scratch = out.resolve("first-start");
        AppImage.clear(scratch);
        this.started = new Started(target, image, scratch);
    }

    static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: FirstStart.java OUT");
            System.exit(2);
        }
        new FirstStart(Path.of(arguments[0])).check();
    }

    private void check() throws IOException, InterruptedException {
        holdsOnlyThisPlatform();
        holdsWhatBelongsToIt();
        saysItsVersion();
        scores();
        opensItsWindow();
        leavesNothingInTheHome();
        AppImage.clear(scratch);
    }

    private static void say(String text) {
        System.out.println("first start: " + text);
    }

    private static void require(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new IOException(otherwise);
        }
    }

    private void holdsOnlyThisPlatform() throws IOException {
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.list(target.app(image))) {
            for (Path jar :
                    (Iterable<Path>) files.filter(f -> f.toString().endsWith(".jar"))::iterator) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    zip.stream()
                            .map(e -> e.getName())
                            .filter(name -> Target.isNative(name) && !target.joinsGpu(name))
                            .forEach(name -> foreign.add(jar.getFileName() + "!" + name));
                }
            }
        }
        require(foreign.isEmpty(), "native code is in libraries: " + foreign);
        say("no library holds native code");
    }

    private void holdsWhatBelongsToIt() throws IOException {
        List<Path> expected =
                new ArrayList<>(
                        List.of(
                                target.launcher(image, target.appName()),
                                target.launcher(image, "eliq"),
                                target.app(image).resolve("eliq.aot"),
                                target.app(image).resolve("legal/NOTICE.txt"),
                                target.app(image).resolve("models/eliq-nano/model.safetensors")));
        if (target.isLinux()) {
            expected.add(image.resolve("lib/eliq-workbench.png"));
            expected.add(image.resolve("share/eliq-workbench.desktop"));
            expected.add(image.resolve("share/install-desktop-entry"));
        }
        for (Path each : expected) {
            require(Files.isRegularFile(each), each + " is missing");
        }
    }

    private void saysItsVersion() throws IOException, InterruptedException {
        // 'on' ends the process where the cache cannot be used; by default it would start without,
        // slowly.
        String said = started.run("eliq", List.of("-XX:AOTMode=on"), List.of("--version"));
        require(said.startsWith("ELIQ Workbench "), "eliq --version said: " + said);
        say(said.strip() + ", with its ahead-of-time cache");
    }

    private void scores() throws IOException, InterruptedException {
        Path picture = scratch.resolve("picture.png");
        ImageIO.write(picture(), "png", picture.toFile());
        String said =
                started.run(
                        "eliq",
                        List.of(),
                        List.of(
                                "score",
                                picture.toAbsolutePath().toString(),
                                "--prompt",
                                "a red ball on a meadow",
                                "--format",
                                "csv"));
        List<String> lines = said.strip().lines().toList();
        require(lines.size() == 2, "eliq score said: " + said);
        List<String> names = Arrays.asList(lines.get(0).split(","));
        List<String> cells = Arrays.asList(lines.get(1).split(",", -1));
        for (String score : List.of("visual", "alignment")) {
            double value = Double.parseDouble(cells.get(names.indexOf(score)));
            require(Double.isFinite(value), "eliq score said: " + said);
            say(score + " of a picture: " + value);
        }
    }

    private static BufferedImage picture() {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0x9CC9F0), 0, 256, new Color(0x4E8A3A)));
        g.fillRect(0, 0, 256, 256);
        g.setColor(new Color(0xC62F2F));
        g.fillOval(88, 96, 90, 90);
        g.dispose();
        return image;
    }

    private void opensItsWindow() throws IOException, InterruptedException {
        String said =
                started.run(
                        target.appName(), List.of(), List.of("check", "window", "--format", "csv"));
        require(said.contains("window,ok,"), "the desktop app said: " + said);
        say("the desktop app showed its window and closed it");
    }

    private void leavesNothingInTheHome() throws IOException {
        for (String folder : List.of(".djl.ai", ".openjfx")) {
            Path unpacked = started.home().resolve(folder);
            require(!Files.exists(unpacked), "native code was unpacked into " + unpacked);
        }
        say("nothing was unpacked into the home");
    }
}
