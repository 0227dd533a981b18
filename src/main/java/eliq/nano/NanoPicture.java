package eliq.nano;

import eliq.backbone.TrainingImage;
import eliq.catalog.Aspect;

/** What a training picture shows. */
sealed interface NanoPicture {
    TrainingImage image();

    /**
     * A sound scene.
     *
     * @param quality whether its quality is asked for: only where degraded pictures stand beside it, or the answer
     *     would nearly always be high
     */
    record Sound(NanoPrompts.Numbered prompt, boolean quality, TrainingImage image)
            implements NanoPicture {}

    /**
     * @param strength 0 (just visible) .. 1 (heavy)
     * @param operation that degraded it
     */
    record Degraded(
            NanoPrompts.Numbered prompt,
            Aspect aspect,
            double strength,
            String operation,
            TrainingImage image)
            implements NanoPicture {}

    /** A natural texture; of strength 0 if it is sound. */
    record Texture(double strength, TrainingImage image) implements NanoPicture {}
}
