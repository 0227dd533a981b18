package eliq.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Remembers which files were found right, a line each. */
record VerifyJournal(Path file, Set<String> lines) {

    static VerifyJournal open(Path file) throws IOException {
        Set<String> lines = new HashSet<>();
        if (Files.isRegularFile(file)) {
            lines.addAll(Files.readAllLines(file));
        }
        return new VerifyJournal(file, lines);
    }

    /** Whether this file, as it is now, was found to have this digest. */
    boolean has(Path path, FileDigest digest) throws IOException {
        return lines.contains(line(path, digest));
    }

    void add(Path path, FileDigest digest) throws IOException {
        String line = line(path, digest);
        if (lines.add(line)) {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String line(Path path, FileDigest digest) throws IOException {
        return digest.hex()
                + " "
                + Files.size(path)
                + " "
                + Files.getLastModifiedTime(path).toMillis()
                + " "
                + path;
    }
}
