package eliq.critic;

import eliq.backbone.Reading;
import eliq.catalog.Aspect;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a critic says of one image.
 *
 * @param alignment absent where there was no prompt
 * @param neutral the alignment question asked with the neutral phrase that stands for a prompt: says nothing of
 *     alignment; present where there was no prompt and the instructions have such a phrase
 * @param wordGain what the image does for the words of its prompt, as {@link Critic#wordGains}; absent where there was no
 *     prompt
 */
public record AspectReadings(
        Reading technical,
        Reading aesthetic,
        Optional<Reading> alignment,
        Optional<Reading> neutral,
        OptionalDouble wordGain) {

    public Optional<Reading> of(Aspect aspect) {
        return switch (aspect) {
            case TECHNICAL -> Optional.of(technical);
            case AESTHETIC -> Optional.of(aesthetic);
            case ALIGNMENT -> alignment;
        };
    }
}
