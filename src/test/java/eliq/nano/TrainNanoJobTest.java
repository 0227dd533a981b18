package eliq.nano;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.qwen3vl.Qwen3Vl;
import eliq.critic.CriticException;
import eliq.critic.Rhythm;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;
import eliq.generate.painter.Painter;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.nano.NanoSettings.Leg;
import eliq.tensor.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole recipe on a model of a few thousand parameters. */
class TrainNanoJobTest {

    private static final Painter PAINTER = new Painter();

    @TempDir Path directory;

    private static NanoSettings settings() {
        NanoSettings shipped = NanoSettings.SHIPPED;
        NanoShape s = shipped.shape();
        NanoShape tiny =
                new NanoShape(
                        16,
                        2,
                        2,
                        1,
                        8,
                        16,
                        28,
                        2,
                        1,
                        64,
                        1,
                        4,
                        s.patch(),
                        s.pixels(),
                        s.vocabulary());
        TrainingSettings training =
                shipped.legs()
                        .getFirst()
                        .training()
                        .withLength(new TrainingLength.Steps(4))
                        .withBatch(2, 1)
                        .withRhythm(new Rhythm(1, 0, 0, 0));
        return new NanoSettings(tiny, List.of(new Leg(NanoMix.FIRST, training)), 1, shipped.seed());
    }

    @Test
    void aStoppedTrainingGoesOnToTheSameModel() throws Exception {
        Trained whole = trainedAlikeThoughStoppedAfter(2, settings());

        assertEquals(4, whole.steps());
        String pixels = "model.visual.patch_embed.proj.weight";
        String first = "model.visual.blocks.0.mlp.linear_fc1.weight";
        String second = "model.visual.blocks.1.mlp.linear_fc1.weight";
        try (Safetensors start = weights(whole.work().resolve("start"));
                Safetensors done = weights(whole.model())) {
            assertArrayEquals(stored(start.floats(pixels)), done.floats(pixels));
            assertArrayEquals(stored(start.floats(first)), done.floats(first));
            assertFalse(Arrays.equals(stored(start.floats(second)), done.floats(second)));
        }
        try (Qwen3Vl model = Qwen3Vl.open(whole.model())) {
            assertEquals(16, model.hiddenSize());
        }
        String card = Files.readString(whole.model().resolve("README.md"));
        assertTrue(card.contains("## On held-out prompts"), card);
        assertTrue(card.contains("## Limits"), card);
    }

    @Test
    void aSecondLegGoesOnFromTheSavedModelOfTheFirstAndCanBeRunAlone() throws Exception {
        TrainNanoJob job = new TrainNanoJob(PAINTER);
        NanoSettings one = settings();
        TrainingSettings training =
                one.legs().getFirst().training().withLength(new TrainingLength.Steps(2));
        Leg leg = new Leg(NanoMix.FIRST, training);
        Leg next = new Leg(NanoMix.FIRST, training);
        NanoSettings two = new NanoSettings(one.shape(), List.of(leg, next), 1, one.seed());
        NanoSettings first = new NanoSettings(one.shape(), List.of(leg), 1, one.seed());
        TrainNanoParameters straight = new TrainNanoParameters(directory.resolve("both"), two);
        TrainNanoParameters begun = new TrainNanoParameters(directory.resolve("first"), first);
        TrainNanoParameters goneOn =
                new TrainNanoParameters(
                        directory.resolve("second"), two, Optional.of(begun.target()));

        job.run(straight, new Context(directory.resolve("d"), 100));
        job.run(begun, new Context(directory.resolve("e"), 100));
        job.run(goneOn, new Context(directory.resolve("f"), 100));

        assertEquals(-1, mismatch(straight, goneOn));
        assertNotEquals(-1, mismatch(begun, goneOn));
        assertEquals(1, two.firstEpoch(1), "the second leg's pictures are new");
    }

    @Test
    void legsOfKeptPicturesTrainMergersAndANewTextModelOverTheSamePicturesAndGoOnAfterAStop()
            throws Exception {
        NanoSettings one = settings();
        TrainingSettings training =
                one.legs().getFirst().training().withLength(new TrainingLength.Steps(6));
        Leg reading =
                new Leg(
                        Optional.of(new NanoSettings.Naming(4, 3, 1e-3, 0)),
                        true,
                        true,
                        NanoMix.reading(2),
                        training);
        Leg checking = new Leg(Optional.empty(), false, true, NanoMix.checking(3), training);
        NanoSettings settings =
                new NanoSettings(
                        one.shape(),
                        List.of(one.legs().getFirst(), reading, checking),
                        1,
                        one.seed());

        Trained whole = trainedAlikeThoughStoppedAfter(7, settings);

        try (Stream<Path> files = Files.list(whole.work().resolve("leg-2/pictures"))) {
            assertEquals(2, files.count(), "a file for each group");
        }
        try (Stream<Path> files = Files.list(whole.work().resolve("leg-3/pictures"))) {
            assertEquals(1, files.count(), "its own groups beside the two of the leg before");
        }
        String merger = "model.visual.merger.linear_fc1.weight";
        String patches = "model.visual.patch_embed.proj.weight";
        String words = "model.language_model.embed_tokens.weight";
        try (Safetensors before = weights(whole.work().resolve("leg-1/model"));
                Safetensors afresh = weights(whole.work().resolve("leg-2/afresh"));
                Safetensors named = weights(whole.work().resolve("leg-2/named"));
                Safetensors read = weights(whole.work().resolve("leg-2/model"));
                Safetensors done = weights(whole.model())) {
            assertArrayEquals(before.floats(merger), afresh.floats(merger));
            assertFalse(Arrays.equals(before.floats(words), afresh.floats(words)));
            assertFalse(Arrays.equals(afresh.floats(merger), named.floats(merger)));
            assertFalse(Arrays.equals(named.floats(merger), read.floats(merger)));
            assertFalse(Arrays.equals(named.floats(words), read.floats(words)));
            assertFalse(Arrays.equals(read.floats(words), done.floats(words)));
            assertArrayEquals(before.floats(patches), done.floats(patches));
        }
    }

    /**
     * A whole training.
     *
     * @param model folder
     * @param work folder of what it kept on its way
     */
    private record Trained(Path model, Path work, int steps) {}

    /** Trains at one go, and once more stopped after so many steps and gone on with: the same bytes. */
    private Trained trainedAlikeThoughStoppedAfter(int steps, NanoSettings settings)
            throws Exception {
        TrainNanoJob job = new TrainNanoJob(PAINTER);
        TrainNanoParameters whole = new TrainNanoParameters(directory.resolve("whole"), settings);
        TrainNanoParameters halved = new TrainNanoParameters(directory.resolve("halved"), settings);
        Path work = directory.resolve("work");
        Path stopped = directory.resolve("stopped");

        TrainNanoResult result = job.run(whole, new Context(work, 100));
        assertThrows(
                JobCancelledException.class, () -> job.run(halved, new Context(stopped, steps)));
        job.run(halved, new Context(stopped, 100));

        assertEquals(-1, mismatch(whole, halved));
        return new Trained(whole.target(), work, result.steps());
    }

    /** The first byte in which two models' weights differ, -1 where none does. */
    private static long mismatch(TrainNanoParameters one, TrainNanoParameters other)
            throws Exception {
        return Files.mismatch(
                one.target().resolve("model.safetensors"),
                other.target().resolve("model.safetensors"));
    }

    /** As bfloat16 holds them. */
    private static float[] stored(float[] values) {
        float[] stored = new float[values.length];
        for (int i = 0; i < stored.length; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            stored[i] = Float.intBitsToFloat(bits + 0x7FFF + (bits >>> 16 & 1) & 0xFFFF_0000);
        }
        return stored;
    }

    private static Safetensors weights(Path model) throws Exception {
        return Safetensors.open(model.resolve("model.safetensors"));
    }

    @Test
    void aFolderWithSomethingInItIsNotOverwritten() throws Exception {
        Path target = Files.createDirectories(directory.resolve("mine"));
        Files.writeString(target.resolve("notes.txt"), "keep");

        CriticException refused =
                assertThrows(
                        CriticException.class,
                        () ->
                                new TrainNanoJob(PAINTER)
                                        .run(
                                                new TrainNanoParameters(target, settings()),
                                                new Context(directory.resolve("c"), 100)));

        assertTrue(refused.getMessage().contains("not empty"), refused.getMessage());
        assertEquals("keep", Files.readString(target.resolve("notes.txt")));
    }

    /** Asks to stop after so many steps. */
    private static final class Context implements JobContext {
        private final Path directory;
        private final int stopAfter;
        private int steps;

        Context(Path directory, int stopAfter) throws Exception {
            this.directory = Files.createDirectories(directory);
            this.stopAfter = stopAfter;
        }

        @Override
        public Path directory() {
            return directory;
        }

        @Override
        public boolean resumed() {
            return false;
        }

        @Override
        public void progress(String stage, long done, long total) {
            steps++;
        }

        @Override
        public void message(String text) {}

        @Override
        public boolean cancelled() {
            return steps >= stopAfter;
        }

        @Override
        public void checkCancelled() throws JobCancelledException {
            if (cancelled()) {
                throw new JobCancelledException();
            }
        }

        @Override
        public void record(long step, Map<String, Double> values) {}

        @Override
        public long runId() {
            return 1;
        }
    }
}
