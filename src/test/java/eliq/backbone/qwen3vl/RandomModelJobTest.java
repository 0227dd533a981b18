package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.PreparedImage;
import eliq.job.JobCancelledException;
import eliq.tensor.ElementType;
import eliq.tensor.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints to measure with have the published models' shapes to the byte. */
class RandomModelJobTest {
    @TempDir Path folder;

    /** Tensor counts and bytes: fixtures' README, section 4, and the published repositories' tensor bytes. */
    @ParameterizedTest
    @CsvSource({
        "2B, 625, 4255064064, 813914112",
        "4B, 713, 8875631616, 830695424",
        "8B, 750, 17534247392, 1152776672",
        "32B, 1058, 66714780128, 1190533600"
    })
    void theNamedSizesHaveThePublishedTensorsAndBytes(
            String size, int tensors, long bytes, long vision) {
        Qwen3VlConfig config = PublishedSize.of(size).orElseThrow().config();
        assertEquals(tensors, RandomWeights.once(config).size());
        assertEquals(bytes, RandomWeights.once(config).stream().mapToLong(this::bytes).sum());
        assertEquals(
                vision, TensorNames.vision(config.vision()).stream().mapToLong(this::bytes).sum());
    }

    private long bytes(TensorNames.Expected tensor) {
        return 2 * Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b);
    }

    @Test
    void aShortenedCheckpointIsShardedReadAndTheSameEachTime() throws Exception {
        RandomModel model =
                new RandomModel(PublishedSize.SIZE_2B, 2, 4, ElementType.BF16, 7, folder);
        Qwen3VlConfig narrow = narrow(model.config());
        RandomModelJob job = new RandomModelJob(4_000_000);
        MadeModel made = job.make(model, narrow, new QuietContext());
        assertEquals(4, made.files());
        assertEquals(narrow, Qwen3VlConfig.read(folder));
        Path shard = folder.resolve("model-00002-of-00004.safetensors");
        byte[] bytes = Files.readAllBytes(shard);
        var before = Files.getLastModifiedTime(shard);
        job.make(model, narrow, new QuietContext());
        assertEquals(before, Files.getLastModifiedTime(shard), "a whole shard is kept");
        Files.delete(shard);
        job.make(model, narrow, new QuietContext());
        assertArrayEquals(bytes, Files.readAllBytes(shard), "and made again where it is not");
        try (Qwen3Vl opened = Qwen3Vl.open(folder)) {
            var reading = opened.embed(new PreparedImage(4, 4, new byte[16 * 1536]), "low?");
            assertEquals(32, reading.hidden().length);
            assertEquals(1.0 / PublishedSize.VOCABULARY, reading.low(), 4e-6, "knows nothing");
        }
        assertEquals(65_536, PreprocessorConfig.read(folder).minPixels());
        Prompts prompts = Prompts.load(folder, narrow);
        try (prompts) {
            assertEquals(151_655, prompts.config().imageToken());
            assertEquals(151_655, prompts.tokenizer().single("<|image_pad|>"));
            assertEquals(151_645, prompts.tokenizer().single("<|im_end|>"));
            assertEquals(prompts.tokenizer().single("low"), prompts.low());
            prompts.tokenizer().single(" high");
            String text = "Is it \u00fc low?";
            assertEquals(text, prompts.tokenizer().decode(prompts.tokenizer().encode(text), false));
            PromptTokens prefix = prompts.prefix(new PreparedImage(4, 4, new byte[16 * 1536]));
            assertEquals(4, prefix.imageTokens());
        }
    }

    @Test
    void valuesAreNormalWithTheDeviationOfAnUntrainedModel() throws Exception {
        RandomModel model =
                new RandomModel(PublishedSize.SIZE_2B, 2, 4, ElementType.F32, 7, folder);
        new RandomModelJob().make(model, narrow(model.config()), new QuietContext());
        try (Safetensors file = Safetensors.open(folder.resolve("model.safetensors"))) {
            float[] values = file.floats("model.language_model.embed_tokens.weight");
            double squares = 0;
            long within = 0;
            for (float value : values) {
                squares += (double) value * value;
                within += Math.abs(value) < 0.02 ? 1 : 0;
            }
            assertEquals(0.02, Math.sqrt(squares / values.length), 0.0002);
            assertEquals(0.6827, within / (double) values.length, 0.01);
            assertEquals(1, file.floats("model.language_model.norm.weight")[3]);
        }
    }

    @Test
    void aStoppedJobLeavesNoModel() {
        RandomModel model =
                new RandomModel(PublishedSize.SIZE_2B, 2, 4, ElementType.F32, 7, folder);
        assertThrows(
                JobCancelledException.class,
                () ->
                        new RandomModelJob()
                                .make(model, narrow(model.config()), new QuietContext(true)));
        assertFalse(Files.exists(folder.resolve("config.json")), "what is not whole has no config");
    }

    /** The whole vocabulary, all else small. */
    private static Qwen3VlConfig narrow(Qwen3VlConfig c) {
        Qwen3VlConfig.Text t = c.text();
        Qwen3VlConfig.Vision v = c.vision();
        return new Qwen3VlConfig(
                new Qwen3VlConfig.Text(
                        t.vocabulary(), 32, t.layers(), 2, 1, 128, 64, 1e-6, 5e6, t.ropeSections()),
                new Qwen3VlConfig.Vision(
                        128, v.blocks(), 2, 2048, 16, 2, 2, 32, v.gridSide(), v.deepstack()),
                c.tiedHead(),
                c.imageToken());
    }

    @Test
    void settingsOutsideThePublishedModelAreRefused() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new RandomModel(
                                        PublishedSize.SIZE_8B,
                                        37,
                                        27,
                                        ElementType.BF16,
                                        1,
                                        folder));
        assertTrue(e.getMessage().contains("37"), e.getMessage());
        assertEquals(List.of(0, 1, 2), PublishedSize.SIZE_2B.config(4, 3).vision().deepstack());
        assertEquals(List.of(0, 2, 3), PublishedSize.SIZE_2B.config(4, 6).vision().deepstack());
        assertArrayEquals(
                new int[] {8, 16, 24},
                PublishedSize.SIZE_8B.config().vision().deepstack().stream()
                        .mapToInt(i -> i)
                        .toArray());
    }
}
