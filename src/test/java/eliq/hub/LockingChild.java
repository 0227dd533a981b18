package eliq.hub;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process of its own that holds the lock of a blob until its standard input ends: {@code FILE}. */
final class LockingChild {
    private LockingChild() {}

    public static void main(String[] arguments) throws Exception {
        try (FileChannel channel =
                FileChannel.open(
                        Path.of(arguments[0]),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            channel.lock(0, 1, false);
            System.out.println("locked");
            System.in.read();
        }
    }
}
