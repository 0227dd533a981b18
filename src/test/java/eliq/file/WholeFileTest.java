package eliq.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir Path folder;

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws Exception {
        Path file = folder.resolve("new/table.csv");

        WholeFile.write(file, "first, and longer");
        WholeFile.write(file, "zweite, ä");

        assertEquals("zweite, ä", Files.readString(file));
        assertEquals(List.of("table.csv"), names(file.getParent()));
    }

    @Test
    void whatAStoppedWritingLeftIsNoObstacle() throws Exception {
        Path file = folder.resolve("table.csv");
        Files.writeString(WholeFile.aside(file), "half of a much longer text that was never");

        WholeFile.write(file, "whole");

        assertEquals("whole", Files.readString(file));
        assertFalse(Files.exists(WholeFile.aside(file)));
    }

    @Test
    void theOldFileStaysWhereTheNewOneCannotBePublished() throws Exception {
        Path file = folder.resolve("table.csv");
        WholeFile.write(file, "old");

        assertThrows(IOException.class, () -> WholeFile.publish(folder.resolve("not-there"), file));

        assertEquals("old", Files.readString(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }
}
