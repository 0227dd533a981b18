package eliq.backbone.qwen3vl;

import java.util.List;
import java.util.Locale;

/**
 * The shapes of the published dense models, Qwen3-VL-*-Instruct. Source: the {@code config.json} of their public
 * repositories ({@code Qwen/Qwen3-VL-2B-Instruct} and its sisters).
 */
public enum PublishedSize {
    SIZE_2B(2048, 28, 16, 6144, true, Tower.SMALL),
    SIZE_4B(2560, 36, 32, 9728, true, Tower.SMALL),
    SIZE_8B(4096, 36, 32, 12288, false, Tower.LARGE),
    SIZE_32B(5120, 64, 64, 25600, false, Tower.LARGE);

    /** Rows of the embedding matrix of all of them. */
    static final int VOCABULARY = 151_936;

    private static final int KEY_VALUE_HEADS = 8;
    private static final int HEAD_SIZE = 128;
    private static final int IMAGE_TOKEN = 151_655;

    private final int hidden;
    private final int layers;
    private final int heads;
    private final int mlp;
    private final boolean tied;
    private final Tower tower;

    PublishedSize(int hidden, int layers, int heads, int mlp, boolean tied, Tower tower) {
        this.hidden = hidden;
        this.layers = layers;
        this.heads = heads;
        this.mlp = mlp;
        this.tied = tied;
        this.tower = tower;
    }

    /** The two vision towers. */
    private enum Tower {
        SMALL(1024, 24, 4096, List.of(5, 11, 17)),
        LARGE(1152, 27, 4304, List.of(8, 16, 24));

        private final int hidden;
        private final int blocks;
        private final int mlp;
        private final List<Integer> deepstack;

        Tower(int hidden, int blocks, int mlp, List<Integer> deepstack) {
            this.hidden = hidden;
            this.blocks = blocks;
            this.mlp = mlp;
            this.deepstack = deepstack;
        }

        /** The levels of a shorter tower: as evenly spread as those of the whole one. */
        private List<Integer> levels(int kept, int most) {
            if (kept == blocks && most >= deepstack.size()) {
                return deepstack;
            }
            int count = Math.min(Math.min(deepstack.size(), most), kept);
            return java.util.stream.IntStream.rangeClosed(1, count)
                    .mapToObj(level -> Math.max(level - 1, level * kept / (count + 1) - 1))
                    .toList();
        }
    }

    /** What a person calls it: {@code 2B}. */
    public String key() {
        return name().substring("SIZE_".length());
    }

    /** Text layers of the published model. */
    public int layers() {
        return layers;
    }

    /** Blocks of its vision tower. */
    public int visionBlocks() {
        return tower.blocks;
    }

    /** The size of this key, in either case. */
    public static java.util.Optional<PublishedSize> of(String key) {
        return java.util.Arrays.stream(values())
                .filter(size -> size.key().equals(key.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The published shape. */
    public Qwen3VlConfig config() {
        return config(layers, tower.blocks);
    }

    /**
     * The same widths with fewer layers.
     *
     * @param textLayers 1 .. {@link #layers}
     * @param visionBlocks 1 .. {@link #visionBlocks}
     */
    public Qwen3VlConfig config(int textLayers, int visionBlocks) {
        return new Qwen3VlConfig(
                new Qwen3VlConfig.Text(
                        VOCABULARY,
                        hidden,
                        textLayers,
                        heads,
                        KEY_VALUE_HEADS,
                        HEAD_SIZE,
                        mlp,
                        1e-6,
                        5_000_000,
                        List.of(24, 20, 20)),
                new Qwen3VlConfig.Vision(
                        tower.hidden,
                        visionBlocks,
                        16,
                        tower.mlp,
                        16,
                        2,
                        2,
                        hidden,
                        48,
                        tower.levels(visionBlocks, textLayers)),
                tied,
                IMAGE_TOKEN);
    }
}
