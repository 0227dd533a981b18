package eliq.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedFileTest {
    private static final String OVERRIDE = "eliq.products";

    @TempDir Path folder;

    private SpeedFile file() {
        return new SpeedFile(folder.resolve("home").resolve("speeds.json"));
    }

    @AfterEach
    void forget() {
        System.clearProperty(OVERRIDE);
    }

    @Test
    void whatWasMeasuredIsKeptWithItsTime() throws Exception {
        SpeedFile.Measured first = file().kept();

        assertTrue(first.speeds().float32() > 0 && first.speeds().bfloat16() > 0);
        assertTrue(Duration.between(first.at(), Instant.now()).abs().toMinutes() < 5);
        assertEquals(first, file().kept());
        assertEquals(first.speeds(), file().get());
    }

    @Test
    void measuringAnewReplacesWhatWasKept() throws Exception {
        file().kept();
        Path kept = file().file();
        String old =
                Files.readString(kept)
                        .replaceAll("\"at\" : \"[^\"]*\"", "\"at\" : \"2020-01-01T00:00:00Z\"");
        Files.writeString(kept, old.replaceAll("\"float32\" : [^,]*", "\"float32\" : 0.5"));
        assertEquals(0.5, file().kept().speeds().float32());
        assertEquals(Instant.parse("2020-01-01T00:00:00Z"), file().kept().at());

        SpeedFile.Measured anew = file().measured();

        assertNotEquals(0.5, anew.speeds().float32());
        assertEquals(anew, file().kept());
    }

    @Test
    void aFileOfAnotherMachineOrWithoutATimeIsMeasuredAnew() throws Exception {
        file().kept();
        Path kept = file().file();
        String good = Files.readString(kept);
        for (String bad :
                new String[] {
                    good.replaceAll("\"machine\" : \"", "\"machine\" : \"Other/"),
                    good.replaceAll("\"at\"", "\"then\""),
                    good.substring(0, good.length() / 2)
                }) {
            Files.writeString(kept, bad.replaceAll("\"float32\" : [^,]*", "\"float32\" : 0.5"));
            assertNotEquals(0.5, file().kept().speeds().float32(), bad);
        }
    }

    @Test
    void anOverrideDecidesWithoutMeasuringAndAWrongOneIsNamed() throws Exception {
        System.setProperty(OVERRIDE, "float32");
        assertFalse(file().get().isWorth(NumberType.BFLOAT16));
        System.setProperty(OVERRIDE, "native");
        assertTrue(file().get().isWorth(NumberType.BFLOAT16));
        assertFalse(Files.exists(file().file()));

        System.setProperty(OVERRIDE, "half");
        TensorException e = assertThrows(TensorException.class, () -> file().get());
        assertTrue(e.getMessage().contains("float32 or native"), e.getMessage());
    }
}
