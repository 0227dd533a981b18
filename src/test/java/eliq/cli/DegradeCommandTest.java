package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerationRequest;
import eliq.generate.painter.Painter;
import eliq.image.ImageDecoder;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DegradeCommandTest {
    @TempDir Path folder;

    private TestTerminal degrade(int code, String... options) {
        TestTerminal t = new TestTerminal(false);
        String[] all = new String[options.length + 6];
        all[0] = "degrade";
        all[1] = folder.resolve("images").toString();
        all[2] = "--home";
        all[3] = folder.resolve("home").toString();
        all[4] = "--format";
        all[5] = "csv";
        System.arraycopy(options, 0, all, 6, options.length);
        assertEquals(code, t.run(all), t.err());
        return t;
    }

    private Pixels image(String name) throws Exception {
        Pixels pixels =
                new Painter()
                        .generate(
                                new GenerationRequest(
                                        "a red car",
                                        3,
                                        96,
                                        96,
                                        new GenerationRequest.Quality.Full()));
        Files.createDirectories(folder.resolve("images"));
        Files.write(folder.resolve("images").resolve(name), ImageEncoding.png(pixels));
        return pixels;
    }

    private double difference(Pixels from, String out) throws Exception {
        Pixels copy = ImageDecoder.decode(folder.resolve(out).resolve("car.png")).pixels();
        assertEquals(from.width(), copy.width());
        double sum = 0;
        for (int i = 0; i < copy.rgb().length; i++) {
            sum += Math.abs((copy.rgb()[i] & 0xFF) - (from.rgb()[i] & 0xFF));
        }
        return sum / copy.rgb().length;
    }

    @Test
    void copiesAreWorseTheStrongerTheyAreMadeAndTheSameForTheSameSeed() throws Exception {
        Pixels car = image("car.png");
        degrade(0, "--out", folder.resolve("mild").toString(), "--strength", "0.2");
        degrade(0, "--out", folder.resolve("heavy").toString(), "--strength", "0.9");
        degrade(0, "--out", folder.resolve("again").toString(), "--strength", "0.9");

        assertTrue(difference(car, "mild") > 0.5, "visible");
        assertTrue(difference(car, "heavy") > 1.5 * difference(car, "mild"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("heavy/car.png")),
                Files.readAllBytes(folder.resolve("again/car.png")));
    }

    @Test
    void anImageThatCannotBeReadIsReportedAndTheRestIsWritten() throws Exception {
        image("car.png");
        Files.writeString(folder.resolve("images/broken.png"), "not an image");

        TestTerminal t = degrade(1, "--out", folder.resolve("out").toString());

        assertTrue(Files.exists(folder.resolve("out/car.png")));
        assertTrue(t.out().lines().anyMatch(l -> l.contains("broken.png,,")), t.out());
    }

    @Test
    void anUnknownOperationIsWrongUsageAndTheKnownOnesAreNamed() throws Exception {
        image("car.png");

        TestTerminal t =
                degrade(2, "--out", folder.resolve("out").toString(), "--operation", "smear");

        assertTrue(t.err().contains("'smear' is none of repeated-jpeg-noise"), t.err());
    }
}
