package eliq.benchmark;

import eliq.catalog.Catalog;
import eliq.generate.FixedGenerators;
import eliq.generate.painter.Painter;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPairsJob;
import eliq.pairs.LexiconDistance;
import eliq.pairs.LexiconVariants;
import eliq.pairs.NegativeKind;
import eliq.pairs.PairSettings;
import eliq.pairs.Pictures;
import eliq.pairs.PromptSplit;
import eliq.prompts.Lexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Six small pictures with prompts, and what builds conventional pairs of them. */
public final class TinySupervision {
    public static final List<String> PROMPTS =
            List.of(
                    "a red apple on a wooden table",
                    "two boats on a blue lake",
                    "a cat in a dark room",
                    "a crowded street at night",
                    "snow on high mountains",
                    "a bowl of green soup");

    public static final PromptSplit SPLIT = PromptSplit.of(PROMPTS, 0.34, 1);

    private TinySupervision() {}

    /** Draws the pictures into a folder. */
    public static List<BuildPairs.OwnImage> pictures(Path folder, int shade) throws Exception {
        Files.createDirectories(folder);
        Random random = new Random(shade);
        List<BuildPairs.OwnImage> images = new ArrayList<>();
        for (int i = 0; i < PROMPTS.size(); i++) {
            byte[] rgb = new byte[3 * 64 * 64];
            for (int p = 0; p < rgb.length; p++) {
                int column = p / 3 % 64;
                rgb[p] =
                        (byte)
                                (shade
                                        + 20 * i
                                        + (2 - shade / 60) * column
                                        + p % 3 * 15
                                        + random.nextInt(4 + shade / 10));
            }
            Path file = folder.resolve("picture-" + i + ".png");
            Files.write(file, ImageEncoding.png(new Pixels(64, 64, rgb)));
            Files.writeString(folder.resolve("picture-" + i + ".txt"), PROMPTS.get(i));
            images.add(new BuildPairs.OwnImage(file, PROMPTS.get(i)));
        }
        return images;
    }

    /** How pairs are built of them. */
    public static BuildPairs pairs(String set, List<BuildPairs.OwnImage> images) {
        return BuildPairs.of(
                set,
                new BuildPairs.Source.OwnImages(images, Optional.empty()),
                PairSettings.of(1).with(NegativeKind.DISTORTED, 2).with(SPLIT).withoutGenerator());
    }

    /** The job that builds them. */
    public static BuildPairsJob builder(Catalog catalog) {
        Lexicon lexicon = Lexicon.shipped();
        return new BuildPairsJob(
                catalog,
                Pictures.of(catalog),
                FixedGenerators.of(new Painter()),
                new LexiconVariants(lexicon),
                new LexiconDistance(lexicon));
    }
}
