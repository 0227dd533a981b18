package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training whose process is killed without warning. */
class KilledTrainingTest {
    @TempDir Path folder;

    @Test
    void aTrainingWhoseProcessIsKilledGoesOnToTheSameLossesToTheBit() throws Exception {
        List<String> whole = losses(start(folder.resolve("whole").toString()));

        Process victim = start(folder.resolve("killed").toString(), "stall");
        try (BufferedReader said = victim.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals("step 20")) {
                line = said.readLine();
            }
            assertEquals("step 20", line);
            victim.destroyForcibly();
        }
        assertNotEquals(0, victim.waitFor());

        assertEquals(whole, losses(start(folder.resolve("killed").toString())));
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        TrainingProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> losses(Process process) throws Exception {
        try (BufferedReader said = process.inputReader()) {
            List<String> losses = said.lines().filter(l -> l.startsWith("loss ")).toList();
            assertEquals(0, process.waitFor());
            assertFalse(losses.isEmpty());
            return losses;
        }
    }
}
