import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A platform: how libraries name it, and how an app image is laid out on it. An image is made on the platform that it is
 * for, because a runtime, launchers and the ahead-of-time cache are.
 */
enum Target {
    LINUX_X64("linux-x86_64", "Linux/x86_64", "linux-x86-64"),
    LINUX_ARM64("linux-aarch64", "Linux/aarch64", "linux-aarch64"),
    MAC_ARM64("osx-aarch64", "Mac/aarch64", "darwin-aarch64"),
    WINDOWS_X64("win-x86_64", "Windows/x86_64", "win32-x86-64");

    private static final Pattern NATIVE =
            Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|a)", Pattern.CASE_INSENSITIVE);

    private final String djl;
    private final List<String> folders;

    Target(String djl, String sqlite, String jna) {
        this.djl = djl;
        this.folders =
                List.of(
                        "pytorch/cpu/" + djl + "/",
                        "jnilib/" + djl + "/cpu/",
                        "native/lib/" + djl + "/cpu/",
                        "org/sqlite/native/" + sqlite + "/",
                        "com/sun/jna/" + jna + "/");
    }

    /** The one that this program runs on. */
    static Target here() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        boolean arm = machine.equals("aarch64");
        if (system.startsWith("linux")) {
            return arm ? LINUX_ARM64 : LINUX_X64;
        }
        if (system.startsWith("mac") && arm) {
            return MAC_ARM64;
        }
        if (system.startsWith("windows") && !arm) {
            return WINDOWS_X64;
        }
        throw new IOException(
                "There is no libtorch for "
                        + system
                        + " on "
                        + machine
                        + "; Linux (x86_64, aarch64), macOS (aarch64) and Windows (x86_64) have one.");
    }

    /** Whether an entry of a library is native code, of whatever platform. */
    static boolean isNative(String entry) {
        return NATIVE.matcher(entry).matches();
    }

    /** Whether native code is this platform's. JavaFX has one library a platform and keeps it at the top. */
    boolean owns(String entry) {
        return entry.indexOf('/') < 0 || folders.stream().anyMatch(entry::startsWith);
    }

    /** Whether native code joins a libtorch for a GPU, which the user may bring, on this platform. */
    boolean joinsGpu(String entry) {
        return entry.startsWith("jnilib/" + djl + "/cu");
    }

    /** Whether native code is of libtorch, which loads all that lies beside it. */
    static boolean isTorch(String entry) {
        return entry.startsWith("pytorch/") || entry.startsWith("jnilib/");
    }

    boolean isWindows() {
        return this == WINDOWS_X64;
    }

    boolean isMac() {
        return this == MAC_ARM64;
    }

    boolean isLinux() {
        return !isWindows() && !isMac();
    }

    /** What the desktop app and its launcher are called. */
    String appName() {
        return isLinux() ? "eliq-workbench" : "ELIQ Workbench";
    }

    Path icon(Path packaging) {
        String ending = isWindows() ? ".ico" : isMac() ? ".icns" : ".png";
        return packaging.resolve("icons").resolve("eliq-workbench" + ending);
    }

    /** The folder of the image in the one that jpackage writes to. */
    Path image(Path folder) {
        return folder.resolve(isMac() ? appName() + ".app" : appName());
    }

    /** Where libraries, models and the settings of the launchers are. */
    Path app(Path image) {
        return image.resolve(isWindows() ? "app" : isMac() ? "Contents/app" : "lib/app");
    }

    Path runtime(Path image) {
        return image.resolve(
                isWindows()
                        ? "runtime"
                        : isMac() ? "Contents/runtime/Contents/Home" : "lib/runtime");
    }

    Path launcher(Path image, String launcher) {
        return isWindows()
                ? image.resolve(launcher + ".exe")
                : image.resolve(isMac() ? "Contents/MacOS" : "bin").resolve(launcher);
    }
}
