package eliq.metric.script;

import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricException;
import eliq.metric.MetricFacts;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The TorchScript metrics of a workspace: a folder each, with {@code module.pt}, {@code card.json} and, for one that takes
 * a text, {@code tokenizer.json}.
 *
 * @param folder may be absent as long as there are none
 */
public record ScriptShelf(Path folder) {
    private static final String MODULE = "module.pt";
    private static final String CARD = "card.json";
    private static final String TOKENIZER = "tokenizer.json";

    /**
     * What was added.
     *
     * @param trial what the metric said of a grey ramp
     */
    public record Added(MetricFacts facts, Path folder, double trial) {}

    private record Source(ScriptCard card, Path folder) implements MetricSource {
        @Override
        public MetricFacts facts() {
            return card.facts();
        }

        @Override
        public Optional<String> missing() {
            return Files.isRegularFile(folder.resolve(MODULE))
                    ? Optional.empty()
                    : Optional.of(
                            folder.resolve(MODULE) + " is not there; add the metric once more");
        }

        @Override
        public ImageMetric open() throws MetricException {
            return ScriptMetric.open(card, folder.resolve(MODULE), folder.resolve(TOKENIZER));
        }

        @Override
        public MetricSource at(String place) throws MetricException {
            throw new MetricException(
                    facts().name()
                            + " was added with its file; 'eliq metric add' brings in another");
        }
    }

    /**
     * All metrics that were added, by name.
     *
     * @throws MetricException if a card cannot be read
     */
    public List<MetricSource> all() throws MetricException {
        List<MetricSource> sources = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return sources;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isRegularFile(child.resolve(CARD))) {
                    sources.add(new Source(ScriptCard.read(child.resolve(CARD)), child));
                }
            }
            return sources;
        } catch (IOException e) {
            throw new MetricException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Tries a metric on a grey ramp and keeps it.
     *
     * @param tokenizer of one that takes a text
     * @param taken names that other metrics have
     * @throws MetricException if the card or the module is at fault, or there is one of this name
     */
    public Added add(Path module, Path card, Optional<Path> tokenizer, List<String> taken)
            throws MetricException {
        ScriptCard read = ScriptCard.read(card);
        String name = read.facts().name();
        Path target = folder.resolve(name);
        if (taken.contains(name) || Files.exists(target)) {
            throw new MetricException(
                    "There is a metric '"
                            + name
                            + "' already; give the card another name"
                            + (Files.exists(target) ? ", or delete " + target : ""));
        }
        double trial = trial(read, module, tokenizer.orElse(card.resolveSibling(TOKENIZER)));
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempDirectory(folder, ".adding-");
            copy(module, aside.resolve(MODULE));
            copy(card, aside.resolve(CARD));
            if (read.facts().needsPrompt()) {
                copy(tokenizer.orElse(card.resolveSibling(TOKENIZER)), aside.resolve(TOKENIZER));
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            return new Added(read.facts(), target, trial);
        } catch (IOException e) {
            throw new MetricException(
                    target + ": cannot be written: " + e.getMessage() + "; check the disk", e);
        }
    }

    private static double trial(ScriptCard card, Path module, Path tokenizer)
            throws MetricException {
        int side = Math.max(256, card.smallest());
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % side * 255 / side + i / 3 / side % 7);
        }
        try (ImageMetric metric = ScriptMetric.open(card, module, tokenizer)) {
            return switch (metric.score(new Pixels(side, side, rgb), Optional.of("a grey ramp"))) {
                case MetricScore.Value(double value) -> value;
                case MetricScore.None(String reason) ->
                        throw new MetricException(
                                "The metric was not added, as it fails on a trial picture: "
                                        + reason);
            };
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
