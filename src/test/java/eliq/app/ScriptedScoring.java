package eliq.app;

import eliq.app.score.Judgement;
import eliq.app.score.Scoring;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Answers at once, the same for the same file. */
final class ScriptedScoring implements Scoring {

    static final List<Path> FILES =
            List.of(
                    Path.of("ComfyUI_00012_.png"),
                    Path.of("holiday.jpg"),
                    Path.of(
                            "a-very-long-file-name-that-somebody-made-from-the-whole-prompt-and-a-date-2026-11-23.webp"),
                    Path.of("broken.png"));

    @Override
    public String name() {
        return "eliq-nano";
    }

    @Override
    public String limits() {
        return "Trained on painted scenes: it sees visual defects such as noise, compression and clashing colours. "
                + "It cannot judge people, anatomy, text or fine prompt details.";
    }

    @Override
    public Judgement score(Path image, Optional<String> prompt) throws ScoringException {
        if (image.toString().equals("broken.png")) {
            throw new ScoringException(
                    "broken.png is cut off after 1,024 bytes; copy it again.",
                    new IllegalStateException());
        }
        double share = Math.floorMod(image.hashCode(), 100) / 100.0;
        return new Judgement(
                4 * share - 2,
                OptionalDouble.of(share),
                prompt.map(
                        _ ->
                                new Judgement.Alignment(
                                        1.5 - share, OptionalDouble.of(1 - share), 0.8)),
                0.2 + 0.7 * share,
                0.9 - 0.6 * share,
                0.55,
                0.48);
    }

    @Override
    public Optional<FoundPrompt> promptOf(Path image) {
        return image.toString().startsWith("holiday")
                ? Optional.empty()
                : Optional.of(
                        new FoundPrompt(
                                "A lighthouse on a rocky coast at dusk, waves breaking, warm light in its window",
                                "ComfyUI metadata"));
    }
}
