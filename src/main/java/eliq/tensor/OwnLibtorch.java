package eliq.tensor;

import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A libtorch of the user's own, from a zip or from a Python package. DJL 0.35.1 joins it, but has to be told two things.
 *
 * <p>It asks NVIDIA's runtime library how many cards there are, under the plain name {@code libcudart.so}, which only a
 * CUDA toolkit installs: beside a libtorch it has a version or a hash in its name, and cards go unseen. And it takes the
 * name of a build from the driver's version, for most of which it has no code to join the two.
 */
final class OwnLibtorch {
    /** Folders, of which the first that holds a libtorch counts; as DJL reads it. */
    private static final String FOLDERS = "PYTORCH_LIBRARY_PATH";

    private static final String FLAVOR = "PYTORCH_FLAVOR";
    private static final String PLAIN_RUNTIME = "libcudart.so";
    private static final String RUNTIME = "libcudart(-[0-9a-f]+)?\\.so(\\.[0-9]+)*";

    /** Once in a process. */
    private static final class Joined {
        static final Optional<TensorException> FAULT = fault();

        private static Optional<TensorException> fault() {
            try {
                tell();
                return Optional.empty();
            } catch (TensorException e) {
                return Optional.of(e);
            }
        }
    }

    private OwnLibtorch() {}

    /** Tells DJL what it needs to join the libtorch that the user brings, if any does, before it starts. */
    static void join() throws TensorException {
        if (Joined.FAULT.isPresent()) {
            throw new TensorException(Joined.FAULT.get().getMessage(), Joined.FAULT.get());
        }
    }

    private static void tell() throws TensorException {
        Optional<String> folders = setting(FOLDERS);
        if (folders.isEmpty()) {
            return;
        }
        for (String each : folders.get().split(File.pathSeparator)) {
            Path folder = Path.of(each);
            Path libtorch =
                    Files.isRegularFile(folder) ? folder.toAbsolutePath().getParent() : folder;
            if (!Files.exists(libtorch.resolve(System.mapLibraryName("torch")))) {
                continue;
            }
            Optional<Path> runtime = runtime(libtorch);
            if (runtime.isPresent()) {
                offer(runtime.get());
            }
            if (setting(FLAVOR).isEmpty()) {
                System.setProperty(FLAVOR, flavor(libtorch));
            }
            return;
        }
    }

    /** DJL asks in this order. */
    private static Optional<String> setting(String name) {
        String variable = System.getenv(name);
        return Optional.ofNullable(
                        variable == null || variable.isEmpty()
                                ? System.getProperty(name)
                                : variable)
                .filter(value -> !value.isEmpty());
    }

    /** Which of DJL's two codes joins this libtorch. */
    static String flavor(Path libtorch) {
        return Files.exists(libtorch.resolve(System.mapLibraryName("torch_cuda")))
                ? "cu128"
                : "cpu";
    }

    private static void offer(Path runtime) throws TensorException {
        try {
            Path folder = Files.createTempDirectory("eliq-cuda-runtime");
            folder.toFile().deleteOnExit();
            Path link = folder.resolve(PLAIN_RUNTIME);
            Files.createSymbolicLink(link, runtime.toAbsolutePath());
            link.toFile().deleteOnExit();
            NativeLibrary.addSearchPath("cudart", folder.toString());
        } catch (IOException | UnsupportedOperationException e) {
            throw new TensorException(
                    runtime + ": no link to it could be made: " + e.getMessage(), e);
        }
    }

    /** NVIDIA's runtime library: in the folder itself, or in those where NVIDIA's own Python packages put it. */
    static Optional<Path> runtime(Path libtorch) throws TensorException {
        List<Path> folders = new ArrayList<>(List.of(libtorch));
        Path packages = libtorch.toAbsolutePath().normalize().resolve("../../nvidia").normalize();
        try {
            if (Files.isDirectory(packages)) {
                try (Stream<Path> some = Files.list(packages)) {
                    some.map(each -> each.resolve("lib")).sorted().forEach(folders::add);
                }
            }
            for (Path folder : folders) {
                if (!Files.isDirectory(folder)) {
                    continue;
                }
                try (Stream<Path> files = Files.list(folder)) {
                    Optional<Path> found =
                            files.filter(file -> file.getFileName().toString().matches(RUNTIME))
                                    .sorted()
                                    .findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new TensorException(libtorch + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
