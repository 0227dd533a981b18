package eliq.nano;

import eliq.backbone.PreparedImage;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.critic.CriticException;
import eliq.critic.Label;
import eliq.critic.ValidationSource;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Held-out scenes, each sound, technically degraded and aesthetically degraded, with their questions. */
final class NanoValidation implements ValidationSource {

    private static final int PICTURES_OF_A_SCENE = 3;
    private static final double LEAST_STRENGTH = 0.3;

    private final NanoPrompts prompts;
    private final NanoPictures pictures;
    private final ImagePreparation preparation;
    private final int scenes;
    private final Item[] made;

    NanoValidation(
            NanoPrompts prompts, NanoPictures pictures, ImagePreparation preparation, int scenes) {
        this.prompts = prompts;
        this.pictures = pictures;
        this.preparation = preparation;
        this.scenes = scenes;
        this.made = new Item[PICTURES_OF_A_SCENE * scenes];
    }

    @Override
    public int size() {
        return PICTURES_OF_A_SCENE * scenes;
    }

    @Override
    public synchronized Item item(int index) throws CriticException {
        if (made[index] == null) {
            made[index] = make(index);
        }
        return made[index];
    }

    private Item make(int index) throws CriticException {
        int scene = index / PICTURES_OF_A_SCENE;
        NanoPrompts.Numbered prompt = prompts.validation(scene);
        SplittableRandom random = new SplittableRandom(index);
        return switch (index % PICTURES_OF_A_SCENE) {
            case 0 -> sound(scene, prompt, random);
            case 1 -> degraded(scene, prompt, Aspect.TECHNICAL, random);
            default -> degraded(scene, prompt, Aspect.AESTHETIC, random);
        };
    }

    private Item sound(int scene, NanoPrompts.Numbered prompt, SplittableRandom random)
            throws CriticException {
        String text = prompt.sample().text();
        List<Check> checks = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            checks.add(
                    new Check(
                            NanoQuestions.text(aspect, Optional.of(text)),
                            Label.HIGH,
                            aspect,
                            pair(scene),
                            "",
                            ""));
        }
        String other =
                NanoExamples.different(
                                prompt, () -> prompts.validation(10_000 + random.nextInt(10_000)))
                        .sample()
                        .text();
        checks.add(wrong(scene, other, Family.CONVENTIONAL, "shuffled"));
        for (PromptChange change : PromptChange.values()) {
            change.apply(text, random)
                    .ifPresent(
                            changed ->
                                    checks.add(
                                            wrong(
                                                    scene,
                                                    changed,
                                                    Family.AI_SPECIFIC,
                                                    change.key())));
        }
        return new Item(prepare(pictures.sound(prompt)), checks);
    }

    private static Check wrong(int scene, String prompt, Family family, String operation) {
        return new Check(
                NanoQuestions.text(Aspect.ALIGNMENT, Optional.of(prompt)),
                Label.LOW,
                Aspect.ALIGNMENT,
                pair(scene),
                family.key(),
                operation);
    }

    private Item degraded(
            int scene, NanoPrompts.Numbered prompt, Aspect aspect, SplittableRandom random)
            throws CriticException {
        double strength = random.nextDouble(LEAST_STRENGTH, 1);
        NanoPictures.Degraded worse =
                random.nextDouble() < 0.3
                        ? pictures.generated(prompt, aspect, strength)
                        : NanoPictures.edited(pictures.sound(prompt), aspect, strength, random);
        Check check =
                new Check(
                        NanoQuestions.text(aspect, Optional.empty()),
                        Label.LOW,
                        aspect,
                        pair(scene),
                        worse.family(),
                        worse.family().equals(Family.CONVENTIONAL.key())
                                ? "edited"
                                : worse.operation());
        return new Item(prepare(worse.pixels()), List.of(check));
    }

    private static String pair(int scene) {
        return "scene-" + scene;
    }

    private PreparedImage prepare(Pixels picture) throws CriticException {
        return NanoPictures.prepared(preparation, picture);
    }
}
