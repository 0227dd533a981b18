package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.catalog.Drawing;
import eliq.image.ContentHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArtistRateTest {
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private static Drawing drawing(double second, double took, long pixels) {
        ContentHash any = ContentHash.of(new byte[0]);
        return new Drawing(
                any,
                any,
                "artist",
                "{}",
                "{}",
                pixels,
                Duration.ofMillis((long) (1000 * took)),
                START.plusMillis((long) (1000 * second)));
    }

    @Test
    void anArtistThatHasDrawnNothingHasNoRate() {
        assertEquals(Optional.empty(), ArtistRate.of(List.of(), 100));
    }

    @Test
    void fewDrawingsCountByTheTimeThatEachTook() {
        List<Drawing> two = List.of(drawing(60, 4, 100), drawing(0, 2, 100));
        assertEquals(Optional.of(Duration.ofSeconds(3)), ArtistRate.of(two, 100));
    }

    @Test
    void manyCountByTheTimeFromOneToTheNextWithoutThePauses() {
        // Two at a time, each waiting for the other: taking 4 s, coming every 2 s; a night between
        // two builds.
        List<Drawing> drawings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            drawings.addFirst(drawing(2 * i + (i >= 10 ? 30_000 : 0), 4, 100));
        }
        assertEquals(Optional.of(Duration.ofSeconds(2)), ArtistRate.of(drawings, 100));
    }

    @Test
    void theSameSizeCountsFirstAndAnotherInProportion() {
        List<Drawing> mixed = List.of(drawing(60, 4, 400), drawing(0, 1, 100));
        assertEquals(Optional.of(Duration.ofSeconds(4)), ArtistRate.of(mixed, 400));
        List<Drawing> small = List.of(drawing(0, 1, 100));
        assertEquals(Optional.of(Duration.ofSeconds(4)), ArtistRate.of(small, 400));
    }
}
