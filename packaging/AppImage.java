import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes an app image for the platform that it runs on: a folder that needs no JDK, with a desktop app and a command.
 *
 * <p>{@code java packaging/AppImage.java VERSION PROGRAM.jar CLASSPATH OUT}, in the project's folder; {@code mvn -Ppackage}
 * calls it so.
 */
final class AppImage {
    private static final String MAIN = "eliq.Eliq";
    private static final String COMMAND = "eliq";
    private static final List<String> DESKTOP_COLLECTOR =
            List.of(
                    "-XX:+UseG1GC",
                    "-XX:MaxGCPauseMillis=4",
                    "-XX:-ClassUnloadingWithConcurrentMark");
    private static final List<String> COMMAND_COLLECTOR = List.of("-XX:+UseSerialGC");
    private static final List<String> MODELS = List.of("eliq-nano", "eliq-nano-scorer");

    // Reached by name only: time zones' and numbers' words in other languages than English.
    private static final List<String> MODULES_BY_NAME = List.of("jdk.localedata");

    // Archives keep times to two seconds at worst, and the ahead-of-time cache may be checked
    // against them.
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final Target target = Target.here();
    private final Path packaging = Path.of("packaging");
    private final String version;
    private final Path out;

    private AppImage(String version, Path out) throws IOException {
        this.version = version;
        this.out = out;
    }

    static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: AppImage.java VERSION PROGRAM.jar CLASSPATH OUT");
            System.exit(2);
        }
        Path program = Path.of(arguments[1]);
        List<Path> libraries =
                Arrays.stream(arguments[2].split(File.pathSeparator))
                        .map(Path::of)
                        .filter(path -> path.getFileName().toString().endsWith(".jar"))
                        .toList();
        new AppImage(arguments[0], Path.of(arguments[3])).make(program, libraries);
    }

    private void make(Path program, List<Path> jars) throws IOException, InterruptedException {
        clear(out);
        Path input = out.resolve("input");
        Files.createDirectories(input);

        say("libraries");
        List<Path> libraries = new Libraries(target, input).copy(jars);
        Path main = input.resolve("eliq-workbench.jar");
        Files.copy(program, main);
        new Notices(packaging.resolve("licenses")).write(libraries, input.resolve("legal"));
        for (String model : MODELS) {
            copy(Path.of("models", model), input.resolve("models").resolve(model));
        }

        say("runtime");
        Path runtime = out.resolve("runtime");
        link(modules(main, libraries), runtime);

        say("launchers");
        Tool.run("jpackage", launchers(input, runtime));
        Path image = target.image(out);
        if (target.isLinux()) {
            addDesktopEntry(image);
        }
        clear(input);
        clear(runtime);

        say("ahead-of-time cache");
        settle(image);
        new AheadOfTime(target, image, out.resolve("training"))
                .make(List.of(target.appName(), COMMAND));
        say(image + ": " + size(image) / 1_000_000 + " MB");
    }

    private static void say(String text) {
        System.out.println("app image: " + text);
    }

    /** What the program and its libraries use of the JDK. */
    private static Set<String> modules(Path main, List<Path> libraries) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--multi-release", "" + Runtime.version().feature()));
        arguments.addAll(List.of("--ignore-missing-deps", "--recursive", "--print-module-deps"));
        arguments.add("--class-path");
        arguments.add(
                String.join(File.pathSeparator, libraries.stream().map(Path::toString).toList()));
        arguments.add(main.toString());
        Set<String> modules = new TreeSet<>(MODULES_BY_NAME);
        modules.addAll(Arrays.asList(Tool.run("jdeps", arguments).strip().split(",")));
        return modules;
    }

    private static void link(Set<String> modules, Path runtime) throws IOException {
        say("modules " + String.join(" ", modules));
        Tool.run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules),
                        "--strip-native-commands",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        runtime.toString()));
    }

    /**
     * Options of a launcher.
     *
     * @param collector of garbage
     */
    private static List<String> options(List<String> collector) {
        List<String> options = new ArrayList<>();
        // The launchers `eliq` and `eliq.cmd` say why.
        options.add("--enable-native-access=ALL-UNNAMED");
        options.add("--sun-misc-unsafe-memory-access=allow");
        options.addAll(collector);
        options.add("-Dai.djl.offline=true");
        options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
        options.add("-Deliq.installation=$APPDIR");
        // One folder of native code, for all who load some.
        String folder = "$APPDIR/" + Libraries.NATIVE;
        options.add("-Djava.library.path=" + folder);
        options.add("-DPYTORCH_LIBRARY_PATH=" + folder + "/" + Libraries.TORCH);
        // The file: given a folder, DJL 0.35.1 asks for the kind of GPU and fails where there is
        // none.
        options.add("-DRUST_LIBRARY_PATH=" + folder + "/" + System.mapLibraryName("tokenizers"));
        options.add("-Dorg.sqlite.lib.path=" + folder);
        options.add("-Djna.boot.library.path=" + folder);
        options.add("-Djna.nounpack=true");
        return options;
    }

    private List<String> launchers(Path input, Path runtime) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--type", "app-image"));
        arguments.addAll(List.of("--name", target.appName()));
        arguments.addAll(List.of("--app-version", bundleVersion()));
        arguments.addAll(
                List.of("--description", "Judges AI-generated images without human ratings"));
        arguments.addAll(List.of("--input", input.toString()));
        arguments.addAll(List.of("--main-jar", "eliq-workbench.jar"));
        arguments.addAll(List.of("--main-class", MAIN));
        arguments.addAll(List.of("--runtime-image", runtime.toString()));
        arguments.addAll(List.of("--icon", target.icon(packaging).toString()));
        arguments.addAll(List.of("--dest", out.toString()));
        for (String option : options(DESKTOP_COLLECTOR)) {
            arguments.addAll(List.of("--java-options", option));
        }
        arguments.addAll(List.of("--add-launcher", COMMAND + "=" + command()));
        return arguments;
    }

    /** The launcher for terminals; on Windows only such a one has standard streams. */
    private Path command() throws IOException {
        return Files.writeString(
                out.resolve("command.properties"),
                "description=Judges AI-generated images without human ratings\n"
                        + "win-console=true\n"
                        + "java-options="
                        + String.join(" ", options(COMMAND_COLLECTOR))
                        + "\n");
    }

    /** macOS refuses versions that begin with 0. */
    private String bundleVersion() {
        return target.isMac() && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private void addDesktopEntry(Path image) throws IOException {
        for (String name : List.of("eliq-workbench.desktop", "install-desktop-entry")) {
            Path copy = image.resolve("share").resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(
                    packaging.resolve("linux").resolve(name),
                    copy,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(each));
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }

    private static void settle(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(each, FileTime.from(TIME));
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum();
        }
    }

    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = new ArrayList<>(files.toList());
            }
            for (Path each : all.reversed()) {
                // A runtime's files are read-only, which Windows takes as undeletable.
                each.toFile().setWritable(true);
                Files.delete(each);
            }
        }
    }
}
