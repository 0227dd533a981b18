package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.ImageQuestions;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.backbone.Quote;
import eliq.backbone.Reading;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.tensor.NumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The likelihood of words that a text quotes, after the image and what stands before them. */
class QuotedWordsTest {
    private static final String A = "tiny-a-fp32-tied";
    private static final String WORDS = "a low house, high up";

    /** Here a question's text, its turn and its answer are together one text: losses of answers are held to goldens. */
    private static final String ASKED = "Check." + PromptRendering.AFTER_TEXT + WORDS;

    private static final String OTHER = "Sharp: low or high?";

    private static ImageQuestions quoting(PreparedImage image) {
        return new ImageQuestions(
                image,
                List.of(OTHER, ASKED),
                Map.of(ASKED, new Quote(ASKED.length() - WORDS.length(), ASKED.length())));
    }

    @Test
    void wordsAreAsLikelyAsTheSameAnswer() throws Exception {
        PreparedImage image = Goldens.image(A, "small");
        double loss;
        try (Qwen3VlTraining training =
                Qwen3VlTraining.open(Goldens.model(A), new TrainingMode.FullParameter(false), 1)) {
            TrainingExample answered =
                    new TrainingExample(
                            image, List.of(new TrainingExample.Question("Check.", WORDS, 1)));
            loss = training.accumulate(List.of(answered), 0).getFirst()[0];
        }
        try (Qwen3Vl model = Qwen3Vl.open(Goldens.model(A))) {
            float[] words = model.read(List.of(quoting(image))).getFirst().get(1).words();
            double mean = 0;
            for (float word : words) {
                mean += word / words.length;
            }
            assertEquals(-loss, mean, 1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT32", "BFLOAT16"})
    void whatElseIsReadIsTheSameWithAndWithoutQuotes(String stored) throws Exception {
        Numerics numerics = new Numerics(NumberType.valueOf(stored), NumberType.FLOAT32);
        PreparedImage image = Goldens.image(A, "mid");
        try (Qwen3Vl model = Qwen3Vl.open(Goldens.model(A), Optional.empty(), numerics)) {
            List<Reading> with = model.read(List.of(quoting(image))).getFirst();
            List<Reading> without =
                    model.read(List.of(new ImageQuestions(image, List.of(OTHER, ASKED))))
                            .getFirst();
            for (int i = 0; i < 2; i++) {
                assertArrayEquals(without.get(i).hidden(), with.get(i).hidden(), 3e-5f);
                assertEquals(without.get(i).high(), with.get(i).high(), 1e-7);
                assertEquals(0, without.get(i).words().length);
            }
            assertEquals(0, with.get(0).words().length);
            assertTrue(with.get(1).words().length >= 4);
        }
    }

    @Test
    void anImageAmongOthersHasTheSameWords() throws Exception {
        PreparedImage image = Goldens.image(A, "small");
        PreparedImage larger = Goldens.image(A, "mid");
        try (Qwen3Vl model = Qwen3Vl.open(Goldens.model(A))) {
            List<Reading> alone = model.read(List.of(quoting(image))).getFirst();
            List<List<Reading>> among =
                    model.read(
                            List.of(
                                    quoting(larger),
                                    quoting(image),
                                    new ImageQuestions(larger, List.of(OTHER))));
            assertArrayEquals(alone.get(1).words(), among.get(1).get(1).words(), 3e-5f);
            assertEquals(alone.get(1).high(), among.get(1).get(1).high(), 1e-7);
        }
    }

    @Test
    void threadsSideBySideReadWhatOneReads() throws Exception {
        List<ImageQuestions> batch = new ArrayList<>();
        for (String name : List.of("small", "mid", "wide", "small", "mid")) {
            batch.add(quoting(Goldens.image(A, name)));
        }
        Optional<java.nio.file.Path> none = Optional.empty();
        try (Qwen3Vl alone =
                        Qwen3Vl.open(Goldens.model(A), none, Numerics.FLOAT32, OptionalInt.of(1));
                Qwen3Vl beside =
                        Qwen3Vl.open(Goldens.model(A), none, Numerics.FLOAT32, OptionalInt.of(3))) {
            for (int times = 0; times < 2; times++) {
                List<List<Reading>> expected = alone.read(batch);
                List<List<Reading>> found = beside.read(batch);
                for (int i = 0; i < batch.size(); i++) {
                    for (int text = 0; text < 2; text++) {
                        Reading one = expected.get(i).get(text);
                        Reading other = found.get(i).get(text);
                        assertArrayEquals(one.hidden(), other.hidden(), 3e-5f);
                        assertArrayEquals(one.words(), other.words(), 3e-5f);
                    }
                }
            }
        }
    }

    /** The same word stands before it: what is likely there says nothing of it here. */
    @Test
    void wordsAreReadWhereTheyStandNotWhereTheyFirstStand() throws Exception {
        PreparedImage image = Goldens.image(A, "small");
        String text = "Whether the image shows: image";
        int at = text.lastIndexOf("image");
        Quote second = new Quote(at, text.length());
        Quote first = new Quote(text.indexOf("image"), text.indexOf("image") + 5);
        try (Qwen3Vl model = Qwen3Vl.open(Goldens.model(A))) {
            float[] there = words(model, image, text, first);
            float[] here = words(model, image, text, second);
            float[] whole = words(model, image, text, new Quote(0, text.length()));

            assertEquals(whole[whole.length - 1], here[here.length - 1], 1e-4);
            assertNotEquals(there[there.length - 1], here[here.length - 1], 1e-4);
        }
    }

    private static float[] words(Qwen3Vl model, PreparedImage image, String text, Quote quote)
            throws Exception {
        ImageQuestions asked = new ImageQuestions(image, List.of(text), Map.of(text, quote));
        return model.read(List.of(asked)).getFirst().getFirst().words();
    }

    @Test
    void wordsThatTheTextDoesNotHoldAreRefused() throws Exception {
        PreparedImage image = Goldens.image(A, "small");
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new ImageQuestions(
                                image,
                                List.of(OTHER),
                                Map.of(OTHER, new Quote(0, OTHER.length() + 1))));
    }
}
