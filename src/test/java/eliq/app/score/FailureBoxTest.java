package eliq.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailureBoxTest {

    @Test
    void aLongPathIsCutInItsMiddleAndTheFilesNameStays() {
        Path file = Path.of("/home/somebody/pictures/of a long journey/2026/cut-off.png");
        String said = FailureBox.shortened(file + ": not a picture", file);
        assertTrue(said.startsWith("/home/somebody"), said);
        assertTrue(said.endsWith("…/cut-off.png: not a picture"), said);
        assertEquals(36, said.length() - ": not a picture".length());
    }

    @Test
    void aNameLongerThanAllTheRoomIsCutToo() {
        Path file = Path.of("/home/" + "n".repeat(90) + ".png");
        String said = FailureBox.shortened("cannot read " + file, file);
        assertEquals("cannot read ".length() + 36, said.length());
        assertTrue(said.endsWith("n.png"), said);
    }

    @Test
    void aShortPathIsLeftAlone() {
        assertEquals("a.png is empty", FailureBox.shortened("a.png is empty", Path.of("a.png")));
    }
}
