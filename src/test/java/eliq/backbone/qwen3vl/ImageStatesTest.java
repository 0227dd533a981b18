package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.BackboneException;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingImage;
import eliq.backbone.TrainingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training on what a vision tower that stands still made of images before. */
class ImageStatesTest {
    private static final String A = "tiny-a-fp32-tied";
    private static final TrainingMode STILL = new TrainingMode.FullParameter(false);

    private static Qwen3VlTraining open(TrainingMode mode) throws BackboneException {
        return Qwen3VlTraining.open(Goldens.model(A), mode, 1);
    }

    private static TrainingExample example(TrainingImage image) {
        return new TrainingExample(
                image,
                List.of(
                        new Question("Is it sharp?", "high", 1),
                        new Question("Describe it.", "a small low house", 2)));
    }

    @Test
    void lossesAndGradientsAreThoseOfTheImagesThemselvesToHalfPrecision() throws Exception {
        try (Qwen3VlTraining images = open(STILL);
                Qwen3VlTraining states = open(STILL)) {
            List<TrainingExample> seen = new ArrayList<>();
            List<TrainingExample> unseen = new ArrayList<>();
            for (String name : Goldens.IMAGES) {
                PreparedImage image = Goldens.image(A, name);
                unseen.add(example(image));
                seen.add(example(states.states(image)));
            }
            List<double[]> expected = images.accumulate(unseen, 0.25);
            List<double[]> actual = states.accumulate(seen, 0.25);

            for (int i = 0; i < expected.size(); i++) {
                for (int q = 0; q < 2; q++) {
                    Goldens.assertRelative("loss", expected.get(i)[q], actual.get(i)[q], 1e-3);
                }
            }
            for (TensorNames.Expected tensor :
                    TensorNames.text(Qwen3VlConfig.read(Goldens.model(A)))) {
                Goldens.assertClose(
                        tensor.name(),
                        images.gradient(tensor.name()).orElseThrow(),
                        states.gradient(tensor.name()).orElseThrow(),
                        1e-2);
            }
        }
    }

    @Test
    void mergersGetTheGradientsThatTheyGetWhereEverythingIsTrained() throws Exception {
        TrainingMode mergers = new TrainingMode.TextAndMergers();
        try (Qwen3VlTraining everything = open(new TrainingMode.FullParameter(true));
                Qwen3VlTraining images = open(mergers);
                Qwen3VlTraining states = open(mergers)) {
            List<TrainingExample> seen = new ArrayList<>();
            List<TrainingExample> unseen = new ArrayList<>();
            for (String name : Goldens.IMAGES) {
                PreparedImage image = Goldens.image(A, name);
                unseen.add(example(image));
                seen.add(example(states.states(image)));
            }
            everything.accumulate(unseen, 0.25);
            images.accumulate(unseen, 0.25);
            states.accumulate(seen, 0.25);

            int levels = Qwen3VlConfig.read(Goldens.model(A)).vision().deepstack().size();
            for (int level = -1; level < levels; level++) {
                for (String name : TensorNames.mergerLinear(level)) {
                    float[] expected = everything.gradient(name).orElseThrow();
                    Goldens.assertClose(name, expected, images.gradient(name).orElseThrow(), 1e-4);
                    Goldens.assertClose(name, expected, states.gradient(name).orElseThrow(), 1e-2);
                }
            }
            assertTrue(images.gradient("model.visual.patch_embed.proj.weight").isEmpty());
        }
    }

    @Test
    void statesAreRefusedWhereTheVisionTowerIsTrained() throws Exception {
        try (Qwen3VlTraining still = open(STILL);
                Qwen3VlTraining moving = open(new TrainingMode.FullParameter(true))) {
            ImageStates states = still.states(Goldens.image(A, "small"));

            refused(moving, "not trained", states);
            refused(still, "all of a batch", states, Goldens.image(A, "small"));
        }
    }

    @Test
    void statesOfAnotherShapeAreRefusedBeforeTheyReachNativeCode() throws Exception {
        try (Qwen3VlTraining still = open(STILL)) {
            ImageStates right = still.states(Goldens.image(A, "small"));
            int levels = right.levels().size();

            refused(still, "levels", new ImageStates(right.rows(), right.columns(), List.of()));
            refused(
                    still,
                    "levels",
                    new ImageStates(right.rows() + 2, right.columns(), right.levels()));
            refused(still, "levels", new ImageStates(0, right.columns(), right.levels()));
            assertEquals(
                    1 + Qwen3VlConfig.read(Goldens.model(A)).vision().deepstack().size(), levels);
        }
    }

    private static void refused(Qwen3VlTraining training, String why, TrainingImage... images) {
        List<TrainingExample> batch =
                java.util.Arrays.stream(images).map(ImageStatesTest::example).toList();
        BackboneException refused =
                assertThrows(BackboneException.class, () -> training.accumulate(batch, 1));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }
}
