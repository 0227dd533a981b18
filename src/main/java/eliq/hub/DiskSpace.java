package eliq.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is. */
@FunctionalInterface
interface DiskSpace {
    /** Bytes that are left for everything else. */
    long RESERVE = 100_000_000;

    /** Bytes that may still be written where this folder is. */
    long usable(Path folder) throws IOException;

    /** What the operating system says. */
    static DiskSpace real() {
        return folder -> Files.getFileStore(folder).getUsableSpace();
    }

    /**
     * Fails early where there is too little, and leaves some for everything else.
     *
     * @param bytes that will be written
     */
    default void check(Path folder, long bytes, String what, String whereElse)
            throws HubException, IOException {
        long usable = usable(folder);
        if (bytes > 0 && usable < bytes + RESERVE) {
            throw new HubException(
                    what
                            + " needs "
                            + megabytes(bytes + RESERVE)
                            + " of free space in "
                            + folder
                            + ", there are "
                            + megabytes(usable)
                            + "; make room, or "
                            + whereElse
                            + ".");
        }
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }
}
