package eliq.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricHistoryTest {
    @TempDir Path folder;
    private Path file;
    private MetricHistory history;

    @BeforeEach
    void aFolder() {
        file = folder.resolve("metrics.jsonl");
        history = new MetricHistory(folder);
    }

    private void append(String text) throws Exception {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void aFileThatIsNotThereYetHasNoMetrics() throws Exception {
        assertFalse(history.refresh());
        assertEquals(Map.of(), history.of("loss"));
    }

    @Test
    void whatIsAppendedIsReadWhenItsLineIsWhole() throws Exception {
        append("{\"step\":1,\"at\":\"x\",\"loss\":0.5}\n{\"step\":2,\"lo");
        assertTrue(history.refresh());
        assertEquals(Map.of(1L, 0.5), history.of("loss"));

        append("ss\":0.25}\n");
        assertTrue(history.refresh());
        assertEquals(Map.of(1L, 0.5, 2L, 0.25), history.of("loss"));
        assertFalse(history.refresh());
    }

    @Test
    void aLineTornByACrashIsPassedOverAndStepsDoneAgainCountAsTheyCameOutLast() throws Exception {
        append("{\"step\":1,\"loss\":0.5}\n{\"step\":2,\"loss\":9}\n{\"step\":3,\"lo");
        history.refresh();
        append("{\"step\":2,\"loss\":0.3}\n{\"step\":2,\"loss\":0.4}\n");
        history.refresh();
        assertEquals(Map.of(1L, 0.5, 2L, 0.4), history.of("loss"));
    }

    @Test
    void aFileThatIsWrittenAnewIsReadFromItsBeginning() throws Exception {
        LineTail tail = new LineTail(file);
        append("one\ntwo\n");
        assertEquals(List.of("one", "two"), tail.more().lines());
        Path aside = folder.resolve("aside");
        Files.writeString(aside, "three\n");
        Files.move(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        LineTail.News news = tail.more();
        assertTrue(news.anew());
        assertEquals(List.of("three"), news.lines());
    }

    @Test
    void memoryIsReadFromWhatTheSystemSays() {
        assertEquals(
                123.456 * 1.024,
                ProcessMemory.megabytes(List.of("VmHWM: 9 kB", "VmRSS:\t  123456 kB"))
                        .orElseThrow(),
                1e-9);
        assertTrue(ProcessMemory.megabytes(List.of("Name: x")).isEmpty());
    }
}
