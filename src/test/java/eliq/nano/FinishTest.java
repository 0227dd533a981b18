package eliq.nano;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.image.Pixels;
import eliq.pairs.degrade.Degradation;
import eliq.pairs.degrade.JpegNoiseSchedule;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a sound picture went through before anything is done to it. */
class FinishTest {

    private static final Pixels PICTURE = NaturalTexture.draw(256, 256, new SplittableRandom(3));

    @Test
    void nothingIsDoneWhereNothingIsDrawn() {
        assertSame(PICTURE, Finish.NONE.apply(PICTURE));
    }

    @Test
    void theSameDrawGivesTheSamePicture() {
        Pixels once = Finish.draw(true, new SplittableRandom(5)).apply(PICTURE);
        Pixels again = Finish.draw(true, new SplittableRandom(5)).apply(PICTURE);

        assertArrayEquals(once.rgb(), again.rgb());
    }

    @Test
    void aSharpenedPictureHasStrongerEdgesAndASoftenedOneWeaker() {
        Pixels sharp = new Finish(1, OptionalDouble.empty(), 0, 0).apply(PICTURE);
        Pixels soft = new Finish(-0.8, OptionalDouble.empty(), 0, 0).apply(PICTURE);

        assertTrue(edges(sharp) > 1.2 * edges(PICTURE));
        assertTrue(edges(soft) < 0.9 * edges(PICTURE));
    }

    @Test
    void aCutPictureLosesEightRowsAndColumnsSoThatBlocksLieElsewhere() {
        Pixels cut = new Finish(0, OptionalDouble.of(0.5), 3, 9).apply(PICTURE);
        Pixels whole = new Finish(0, OptionalDouble.of(0.5), 0, 9).apply(PICTURE);

        assertEquals(248, cut.width());
        assertEquals(248, cut.height());
        assertEquals(whole.rgb()[3 * (3 * 256 + 3)], cut.rgb()[0]);
    }

    @Test
    void theHeaviestSavingIsFarFromTheMildestDegradationThatIsCalledPoor() {
        Pixels saved = new Finish(0, OptionalDouble.of(1), 0, 1).apply(PICTURE);
        Pixels poor = Degradation.technical(JpegNoiseSchedule.STANDARD, 0.3, 1).apply(PICTURE);

        assertTrue(error(saved) < 0.5 * error(poor), error(saved) + " and " + error(poor));
    }

    /** Mean difference of neighbours. */
    private static double edges(Pixels picture) {
        double sum = 0;
        byte[] rgb = picture.rgb();
        for (int i = 3; i < rgb.length; i++) {
            sum += Math.abs((rgb[i] & 0xFF) - (rgb[i - 3] & 0xFF));
        }
        return sum / rgb.length;
    }

    private static double error(Pixels picture) {
        double sum = 0;
        for (int i = 0; i < picture.rgb().length; i++) {
            double difference = (picture.rgb()[i] & 0xFF) - (PICTURE.rgb()[i] & 0xFF);
            sum += difference * difference;
        }
        return sum / picture.rgb().length;
    }
}
