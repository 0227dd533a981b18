package eliq.nano;

import eliq.backbone.PreparedImage;
import eliq.catalog.Aspect;

/** What a training picture shows. */
sealed interface NanoPicture {
    PreparedImage image();

    /**
     * A sound scene.
     *
     * @param quality whether its quality is asked for: only where degraded pictures stand beside it, or the answer
     *     would nearly always be high
     */
    record Sound(NanoPrompts.Numbered prompt, boolean quality, PreparedImage image)
            implements NanoPicture {}

    record Degraded(
            NanoPrompts.Numbered prompt,
            Aspect aspect,
            NanoPictures.Degraded how,
            PreparedImage image)
            implements NanoPicture {}

    /** A natural texture; of strength 0 if it is sound. */
    record Texture(double strength, PreparedImage image) implements NanoPicture {}
}
