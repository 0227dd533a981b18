package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.image.Pixels;
import eliq.pairs.degrade.Operation;
import eliq.pairs.degrade.Resampling;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
    private final Pixels one = draw("one");

    private static Pixels draw(String prompt) {
        return PatternPainter.draw(new GenerationRequest(prompt, 1, 64, 64, new Quality.Full()));
    }

    @Test
    void compressionAndResizingKeepIt() {
        PerceptualHash hash = PerceptualHash.of(one);
        Pixels compressed = Operation.REPEATED_JPEG_NOISE.at(0.1, 1).apply(one);
        assertTrue(hash.distance(PerceptualHash.of(compressed)) <= 5);
        assertTrue(hash.distance(PerceptualHash.of(Resampling.resize(one, 128, 128))) <= 5);
        assertEquals(0, hash.distance(hash));
    }

    @Test
    void anotherPictureIsFarAway() {
        assertTrue(PerceptualHash.of(one).distance(PerceptualHash.of(draw("two"))) > 15);
    }
}
