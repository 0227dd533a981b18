import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Libraries as they go into an image: without native code. This platform's lies unpacked beside them, so that nothing is
 * unpacked into the user's home at the first start, and so that it can be signed.
 */
final class Libraries {
    /** Folder of native code in the app's folder. */
    static final String NATIVE = "native";

    /** Folder of libtorch in {@link #NATIVE}. */
    static final String TORCH = "torch";

    private final Target target;
    private final Path app;

    Libraries(Target target, Path app) {
        this.target = target;
        this.app = app;
    }

    /**
     * Copies libraries.
     *
     * @return the copies, in the same order; a library that holds nothing but its manifest is left out
     */
    List<Path> copy(List<Path> jars) throws IOException {
        Files.createDirectories(app.resolve(NATIVE).resolve(TORCH));
        List<Path> copies = new ArrayList<>();
        try (Modernised modernised = new Modernised(jars)) {
            for (Path jar : jars) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    if (holdsSomething(zip)) {
                        Path copy = app.resolve(jar.getFileName());
                        copy(zip, copy, modernised);
                        copies.add(copy);
                    }
                } catch (IOException | IllegalArgumentException e) {
                    throw new IOException(jar + ": " + e.getMessage(), e);
                }
            }
        }
        return copies;
    }

    private static boolean holdsSomething(ZipFile zip) {
        return zip.stream().anyMatch(e -> !e.isDirectory() && !e.getName().startsWith("META-INF/"));
    }

    private void copy(ZipFile zip, Path copy, Modernised modernised) throws IOException {
        try (OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                boolean code = Target.isNative(name);
                if (code && target.owns(name)) {
                    unpack(zip, entry);
                }
                if (!code || target.joinsGpu(name)) {
                    ZipEntry kept = new ZipEntry(name);
                    kept.setTime(entry.getTime());
                    out.putNextEntry(kept);
                    try (InputStream in = zip.getInputStream(entry)) {
                        if (name.endsWith(".class")) {
                            out.write(modernised.of(in.readAllBytes()));
                        } else {
                            in.transferTo(out);
                        }
                    }
                    out.closeEntry();
                }
            }
        }
    }

    private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        Path folder = app.resolve(NATIVE);
        if (Target.isTorch(name)) {
            folder = folder.resolve(TORCH);
        }
        Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        if (Files.exists(file)) {
            throw new IOException(name + " comes from two libraries");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }
}
