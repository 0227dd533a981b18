package eliq.nano;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.backbone.qwen3vl.PreprocessorConfig;
import eliq.critic.CriticException;
import eliq.generate.painter.Painter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training pictures that are painted and looked at once. */
class KeptGroupsTest {
    private static final int GROUPS = 6;
    private static final long FIRST = 20_000;
    private static final int WIDTH = 2;

    @TempDir Path directory;

    private final AtomicInteger looked = new AtomicInteger();
    private final PictureGroups source =
            new NanoGroups(
                    NanoPrompts.avoiding(List.of()),
                    new NanoPictures(new Painter()),
                    new ImagePreparation(new PreprocessorConfig(65_536, 65_536, 16, 2, 2)),
                    NanoMix.reading(GROUPS),
                    7);

    /** Two levels that say how many pictures were looked at before. */
    private List<ImageStates> look(List<PreparedImage> images) {
        return images.stream().map(this::look).toList();
    }

    private ImageStates look(PreparedImage image) {
        int values = image.rows() / 2 * (image.columns() / 2) * WIDTH;
        short[] level = new short[values];
        java.util.Arrays.fill(level, (short) looked.getAndIncrement());
        return new ImageStates(image.rows(), image.columns(), List.of(level, new short[values]));
    }

    private KeptGroups filled() throws Exception {
        KeptGroups kept = new KeptGroups(directory, WIDTH);
        assertTrue(kept.fill(source, FIRST, GROUPS, this::look, _ -> {}, () -> false));
        return kept;
    }

    @Test
    void aKeptPictureIsWhatTheSourcePaintedWithTheTowersStatesInPlaceOfItsPatches()
            throws Exception {
        KeptGroups kept = filled();
        for (int i = 0; i < GROUPS * PictureGroups.SIZE; i++) {
            NanoPicture painted = source.picture(FIRST * PictureGroups.SIZE + i);
            NanoPicture read = kept.picture(i);
            assertEquals(about(painted), about(read));
            ImageStates states = (ImageStates) read.image();
            assertEquals(painted.image().rows(), states.rows());
            assertEquals(painted.image().columns(), states.columns());
            assertEquals(2, states.levels().size());
            assertEquals(i, states.levels().getFirst()[0]);
            assertArrayEquals(
                    new short[states.levels().getFirst().length], states.levels().getLast());
        }
    }

    private static String about(NanoPicture picture) {
        return switch (picture) {
            case NanoPicture.Sound it ->
                    it.prompt().sample() + " " + it.prompt().seed() + " " + it.quality();
            case NanoPicture.Degraded it ->
                    it.prompt().sample()
                            + " "
                            + it.aspect()
                            + " "
                            + it.strength()
                            + " "
                            + it.operation();
            case NanoPicture.Texture it -> "texture " + it.strength();
        };
    }

    @Test
    void whatIsThereIsNotLookedAtAgain() throws Exception {
        filled();
        Files.delete(directory.resolve("group-000004.bin"));
        filled();

        assertEquals((GROUPS + 1) * PictureGroups.SIZE, looked.get());
    }

    @Test
    void nothingIsLookedAtOnceItIsCancelled() throws Exception {
        KeptGroups kept = new KeptGroups(directory, WIDTH);
        assertFalse(kept.fill(source, FIRST, GROUPS, this::look, _ -> {}, () -> true));

        assertEquals(0, looked.get());
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        KeptGroups kept = filled();
        Path file = directory.resolve("group-000001.bin");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 40));

        CriticException damaged = assertThrows(CriticException.class, () -> kept.picture(3));
        assertTrue(damaged.getMessage().contains("group-000001.bin"), damaged.getMessage());
    }
}
