package eliq.catalog;

import eliq.image.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Records for tests. */
final class CatalogSamples {
    /** To the microsecond, as the catalogue keeps instants. */
    static final Instant WHEN = Instant.parse("2026-03-01T10:15:30.123456Z");

    private CatalogSamples() {}

    static ContentHash hash(String content) {
        return ContentHash.of(content.getBytes(StandardCharsets.UTF_8));
    }

    static ImageRecord image(String name) {
        return new ImageRecord(
                hash(name),
                new ImageLocation.Stored(),
                name,
                512,
                384,
                "png",
                12_345,
                Origin.GENERATED,
                OptionalLong.empty(),
                Optional.of("painter"),
                Optional.empty(),
                OptionalLong.of(-7),
                Optional.of("a red cup, as the file says"),
                WHEN);
    }

    static Score score(String image, String scorer, double visual, OptionalDouble alignment) {
        return new Score(
                hash(image),
                alignment.isPresent() ? Optional.of("a red cup") : Optional.empty(),
                scorer,
                visual,
                alignment,
                0.9,
                0.8,
                alignment.isPresent() ? OptionalDouble.of(0.7) : OptionalDouble.empty(),
                0.6,
                0.4,
                WHEN);
    }
}
