package eliq.generate.painter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PainterTest {
    private static final String CAR = "a red car on a city street";
    private final Painter painter = new Painter();

    private Pixels paint(String prompt, int size, Quality quality) throws GenerateException {
        return painter.generate(new GenerationRequest(prompt, 11, size, size, quality));
    }

    private Pixels paint(String prompt) throws GenerateException {
        return paint(prompt, 128, new Quality.Full());
    }

    @Test
    void thePixelsAreTheSameOnEveryMachine() throws Exception {
        assertEquals(
                "8f23e9f3e21f4d95fe6f81b4d7c0fe11ff2a934006ec6767bd2401a05698d9ef",
                ContentHash.of(paint("three red balloons in the living room at night").rgb())
                        .hex());
        assertEquals(
                "22e8c1e9c2e59ae0808f825426a178dff06259815d3e5b8a56f45a97181ecb9f",
                ContentHash.of(
                                paint(
                                                "a girl in a blue dress flying a yellow kite on the beach at sunset",
                                                96,
                                                new Quality.EarlyStopped(0.5))
                                        .rgb())
                        .hex());
    }

    @Test
    void thePlacementOfAThingIsWhereItsColourIs() {
        GenerationRequest request =
                GenerationRequest.of("two purple cars on a snowy street in the morning", 5);
        List<Placement> placements = painter.placements(request);
        Pixels picture = painter.paint(painter.scene(request.prompt()), request.seed(), 512, 512);

        assertEquals(2, placements.size());
        double inside = 0;
        double purple = 0;
        double purpleInside = 0;
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                int at = 3 * (512 * y + x);
                int green = picture.rgb()[at + 1] & 0xFF;
                boolean isPurple =
                        (picture.rgb()[at] & 0xFF) > green + 40
                                && (picture.rgb()[at + 2] & 0xFF) > green + 40;
                double px = x;
                double py = y;
                boolean covered =
                        placements.stream()
                                .anyMatch(
                                        p ->
                                                px >= p.left()
                                                        && px <= p.right()
                                                        && py >= p.top()
                                                        && py <= p.bottom());
                inside += covered ? 1 : 0;
                purple += isPurple ? 1 : 0;
                purpleInside += isPurple && covered ? 1 : 0;
            }
        }
        assertTrue(purple > 3000, "purple pixels: " + purple);
        assertTrue(purpleInside > 0.97 * purple, purpleInside + " of " + purple);
        assertTrue(inside < 0.6 * 512 * 512, "the boxes are not the whole picture: " + inside);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        byte[] alone = paint(CAR).rgb();
        List<byte[]> together =
                IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(
                                i -> {
                                    try {
                                        return paint(CAR).rgb();
                                    } catch (GenerateException e) {
                                        throw new IllegalStateException(e);
                                    }
                                })
                        .toList();
        together.forEach(picture -> assertArrayEquals(alone, picture));
    }

    @Test
    void everySubjectOfTheVocabularyHasADrawingAndNoDrawingIsLost() {
        Set<String> known =
                Lexicon.shipped().terms(Term.Kind.SUBJECT).stream()
                        .map(Term::id)
                        .collect(Collectors.toSet());
        assertEquals(known, Atlas.kinds());
        assertTrue(known.size() >= 60);
    }

    @Test
    void noTwoSubjectsLookAlike() {
        List<String> kinds = Atlas.kinds().stream().sorted().toList();
        List<Pixels> pictures = new ArrayList<>();
        for (String kind : kinds) {
            Scene scene =
                    new Scene(
                            Category.OBJECTS_AND_ARTIFACTS,
                            List.of(Scene.Subject.of(kind, 1)),
                            Optional.of("studio"),
                            Optional.of("day"),
                            Optional.of("clear"));
            Canvas canvas = new Canvas(48, 48);
            java.util.Arrays.fill(canvas.rgb, 0.5f);
            Brush brush = new Brush(canvas, new Noise(1), Light.of("day", "clear", true, true));
            SeededRandom random = new SeededRandom(3);
            new Composer(
                            brush,
                            new Setting("studio", "day", "clear", "table", 0.5),
                            Lexicon.shipped(),
                            random,
                            new Warp(new Noise(1), 0, 0),
                            0)
                    .paint(scene);
            pictures.add(canvas.toPixels());
        }
        for (int i = 0; i < kinds.size(); i++) {
            for (int j = 0; j < i; j++) {
                double difference = difference(pictures.get(i), pictures.get(j));
                assertTrue(
                        difference > 1.5,
                        kinds.get(i) + " and " + kinds.get(j) + " differ by " + difference);
            }
        }
    }

    @Test
    void theColourAskedForIsThere() throws Exception {
        Pixels red = paint(CAR);
        Pixels blue = paint(CAR.replace("red", "blue"));
        assertTrue(share(red, 0, 2) > 0.05, "red " + share(red, 0, 2));
        assertTrue(share(blue, 2, 0) > 0.05, "blue " + share(blue, 2, 0));
        assertTrue(share(blue, 0, 2) < 0.4 * share(red, 0, 2), "red left " + share(blue, 0, 2));
    }

    /** Share of pixels in which a channel exceeds another by far. */
    private static double share(Pixels picture, int more, int less) {
        int count = 0;
        for (int y = picture.height() / 2; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.at(x, y, more) > picture.at(x, y, less) + 70) {
                    count++;
                }
            }
        }
        return count / (picture.width() * (double) picture.height());
    }

    @Test
    void stoppingEarlierLeavesThePictureFurtherFromItsEnd() throws Exception {
        Pixels full = paint(CAR);
        double previous = 0;
        for (double progress : new double[] {0.9, 0.7, 0.5, 0.3, 0.1}) {
            double now = difference(full, paint(CAR, 128, new Quality.EarlyStopped(progress)));
            assertTrue(now > previous, progress + ": " + now + " after " + previous);
            previous = now;
        }
        assertTrue(
                detailKept(full, paint(CAR, 128, new Quality.EarlyStopped(0.4)))
                        < 0.6 * detailKept(full, full));
    }

    @Test
    void aWeakerPainterBendsAndMisframes() throws Exception {
        Pixels full = paint(CAR);
        assertTrue(difference(full, paint(CAR, 128, new Quality.Weaker(0.2))) > 8);
        assertTrue(difference(full, paint(CAR, 128, new Quality.Weaker(1))) > 12);
    }

    @Test
    void wordsOfDegradationAreObeyedAndKeepTheScene() throws Exception {
        Pixels full = paint(CAR);
        Pixels blurred = paint(CAR + ", blurry");
        assertTrue(energy(blurred) < 0.4 * energy(full));
        assertTrue(difference(full, blurred) < 20, "same scene");
        assertTrue(energy(paint(CAR + ", very grainy")) > 2 * energy(full));
        assertTrue(brightness(paint(CAR + ", overexposed")) > brightness(full) + 20);
        assertTrue(brightness(paint(CAR + ", underexposed")) < brightness(full) - 30);
        for (String words :
                List.of(
                        "low resolution",
                        "jpeg artifacts",
                        "badly composed",
                        "clashing colours",
                        "cluttered",
                        "washed out",
                        "low quality",
                        "ugly",
                        "tilted",
                        "oversaturated",
                        "posterized")) {
            assertTrue(difference(full, paint(CAR + ", " + words)) > 2, words);
        }
    }

    @Test
    void anySizeWithinReasonIsPainted() throws Exception {
        Pixels wide = painter.generate(new GenerationRequest(CAR, 1, 301, 64, new Quality.Full()));
        assertEquals(301, wide.width());
        assertEquals(64, wide.height());
        assertTrue(
                assertThrows(
                                GenerateException.class,
                                () ->
                                        painter.generate(
                                                new GenerationRequest(
                                                        CAR, 1, 8, 64, new Quality.Full())))
                        .getMessage()
                        .contains("8 x 64"));
    }

    @Test
    void anyTextIsPainted() throws Exception {
        for (String text :
                List.of("", "    ", "éß漢字 \u0000", "x".repeat(10_000), "a a a a red red")) {
            assertEquals(64, paint(text, 64, new Quality.Full()).width());
        }
    }

    @Test
    void aLargePictureTakesAFractionOfASecond() throws Exception {
        var clock = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 6; i++) {
            painter.generate(GenerationRequest.of(SceneGrammar.sample(i).text(), i));
        }
        long start = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < 6; i++) {
            painter.generate(GenerationRequest.of(SceneGrammar.sample(100 + i).text(), i));
        }
        double millis = (clock.getCurrentThreadCpuTime() - start) / 6e6;
        assertFalse(millis > 400, millis + " ms of processor time a picture");
    }

    private static double difference(Pixels a, Pixels b) {
        double sum = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            sum += Math.abs((a.rgb()[i] & 0xFF) - (b.rgb()[i] & 0xFF));
        }
        return sum / a.rgb().length;
    }

    private static double laplacian(Pixels p, int x, int y) {
        return 4.0 * p.at(x, y, 1)
                - p.at(x - 1, y, 1)
                - p.at(x + 1, y, 1)
                - p.at(x, y - 1, 1)
                - p.at(x, y + 1, 1);
    }

    private static double energy(Pixels picture) {
        return detailKept(picture, picture);
    }

    /** Product of the fine detail of two pictures. */
    private static double detailKept(Pixels a, Pixels b) {
        double sum = 0;
        for (int y = 1; y < a.height() - 1; y++) {
            for (int x = 1; x < a.width() - 1; x++) {
                sum += laplacian(a, x, y) * laplacian(b, x, y);
            }
        }
        return sum;
    }

    private static double brightness(Pixels picture) {
        double sum = 0;
        for (byte value : picture.rgb()) {
            sum += value & 0xFF;
        }
        return sum / picture.rgb().length;
    }
}
