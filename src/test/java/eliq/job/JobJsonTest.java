package eliq.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobJsonTest {

    sealed interface Mode {
        record Full(boolean vision) implements Mode {}

        record Lora(int rank, double alpha, List<String> targets) implements Mode {}
    }

    record Everything(
            long seed,
            double rate,
            String text,
            Path path,
            Instant when,
            Duration limit,
            Aspect aspect,
            Set<Aspect> aspects,
            Optional<Path> present,
            Optional<Integer> absent,
            Optional<Mode> optionalMode,
            Mode mode,
            List<Mode> modes,
            Map<String, Double> weights) {}

    record Small(int steps, long seed) {}

    record Judged(int errors) {
        /** A question, not a component. */
        public boolean isGood() {
            return errors == 0;
        }
    }

    private static final Everything EVERYTHING =
            new Everything(
                    Long.MAX_VALUE,
                    1e-4,
                    "Straße \"東京\"\n",
                    Path.of("runs", "x"),
                    Instant.parse("2026-03-01T10:15:30.123456Z"),
                    Duration.ofMinutes(3),
                    Aspect.AESTHETIC,
                    Set.of(Aspect.TECHNICAL),
                    Optional.of(Path.of("y")),
                    Optional.empty(),
                    Optional.of(new Mode.Full(false)),
                    new Mode.Lora(8, 16, List.of("q_proj")),
                    List.of(new Mode.Full(true), new Mode.Lora(1, 2, List.of())),
                    Map.of("vis", 0.5));

    @Test
    void everyKindOfValueComesBack() throws JobException {
        String json = JobJson.write(EVERYTHING);
        assertEquals(EVERYTHING, JobJson.read(json, Everything.class, "it"));
        assertEquals(1, json.lines().count());
        assertTrue(json.contains("\"mode\":{\"type\":\"Lora\",\"rank\":8"), json);
        assertTrue(json.contains("\"when\":\"2026-03-01T10:15:30.123456Z\""), json);
    }

    @Test
    void missingUnknownAndWrongValuesAreRefusedByName() {
        assertTrue(refusal("{\"steps\":3}").contains("'seed'"), refusal("{\"steps\":3}"));
        assertTrue(refusal("{\"steps\":3,\"seed\":1,\"speed\":2}").contains("\"speed\""));
        assertTrue(refusal("{\"steps\":null,\"seed\":1}").contains("null"));
        assertTrue(refusal("{\"steps\":").startsWith("Cannot read the parameters: "));
    }

    private static String refusal(String json) {
        return assertThrows(
                        JobException.class, () -> JobJson.read(json, Small.class, "the parameters"))
                .getMessage();
    }

    @Test
    void whatARecordAnswersBesideItsComponentsIsNotKept() throws JobException {
        assertEquals("{\"errors\":0}", JobJson.write(new Judged(0)));
        assertEquals(new Judged(3), JobJson.read(JobJson.write(new Judged(3)), Judged.class, "it"));
    }
}
