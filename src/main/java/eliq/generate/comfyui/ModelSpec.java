package eliq.generate.comfyui;

import java.util.List;
import java.util.Optional;

/**
 * A model that a ComfyUI server can run, as shipped or as the user described it.
 *
 * @param key last part of the generator's name, such as {@code qwen-image}
 * @param title as people call it
 * @param width in pixels, what it was trained for
 * @param height in pixels
 * @param step sides are multiples of it
 * @param noise {@code flow S} with the shift S, {@code flux}, {@code sd1}, or empty where not known
 * @param variants ways to run it, the preferred one first: which one is taken depends on the files at hand
 */
record ModelSpec(
        String key,
        String title,
        Role role,
        int width,
        int height,
        int step,
        String noise,
        List<Workflow> variants) {

    /** What it is used for. */
    enum Role {
        /** Positives, and negatives from other prompts or from unfinished runs. */
        STRONG,
        /** Aesthetic negatives, by what it cannot do. */
        WEAK,
        /** Aesthetic negatives, by instruction. */
        EDITOR
    }

    ModelSpec {
        variants = List.copyOf(variants);
    }

    Optional<NoiseSchedule> noise(int atWidth, int atHeight) {
        if (noise.startsWith("flow ")) {
            return Optional.of(
                    new NoiseSchedule.Flow(Double.parseDouble(noise.substring("flow ".length()))));
        }
        return switch (noise) {
            case "flux" -> Optional.of(NoiseSchedule.Flow.flux(atWidth, atHeight));
            case "sd1" -> Optional.of(new NoiseSchedule.StableDiffusion1());
            default -> Optional.empty();
        };
    }
}
