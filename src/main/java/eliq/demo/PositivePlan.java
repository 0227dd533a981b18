package eliq.demo;

import eliq.image.ImageException;
import eliq.image.ImageFiles;
import eliq.image.PromptAnswer;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import eliq.nano.UnseenScenes;
import eliq.pairs.BuildPairs;
import eliq.pairs.NegativeKind;
import eliq.pairs.PairSettings;
import eliq.pairs.PromptSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which positives and negatives are to be made.
 *
 * @param pairs what the pairs job is to build
 * @param split which prompts no training sees
 * @param notes images that could not be used, each a sentence
 */
record PositivePlan(BuildPairs pairs, PromptSplit split, List<String> notes) {

    /** "DEMO" in ASCII, shifted by 32 bits: the demo's own range of scene numbers. */
    private static final long FIRST_SCENE = 0x4445_4D4F_0000_0000L;

    /** Above this many of the user's images each gets half as many degradations. */
    private static final int MANY_IMAGES = 120;

    static PositivePlan of(DemoParameters parameters, String set)
            throws ImageException, DemoException {
        return parameters.own().isPresent()
                ? ownImages(parameters, parameters.own().get(), set)
                : painted(parameters, set);
    }

    private static PositivePlan painted(DemoParameters parameters, String set) {
        List<BuildPairs.PromptText> prompts =
                scenes(parameters.promptsPerCategory(), parameters.seed());
        List<String> texts = prompts.stream().map(BuildPairs.PromptText::text).toList();
        PromptSplit split = PromptSplit.of(texts, parameters.heldOutShare(), parameters.seed());
        PairSettings settings =
                PairSettings.of(parameters.seed())
                        .with(NegativeKind.DISTORTED, 4)
                        .with(NegativeKind.EDITED, 4)
                        .with(split);
        BuildPairs.Source source = BuildPairs.Source.Prompts.by("painter", prompts);
        return new PositivePlan(BuildPairs.of(set, source, settings), split, List.of());
    }

    /** Prompts that eliq-nano has never seen, as many of each category. */
    static List<BuildPairs.PromptText> scenes(int perCategory, long seed) {
        return UnseenScenes.of(FIRST_SCENE + (seed << 16), perCategory);
    }

    private static PositivePlan ownImages(
            DemoParameters parameters, DemoParameters.OwnImages own, String set)
            throws ImageException, DemoException {
        Optional<PromptTable> table =
                own.prompts().isPresent()
                        ? Optional.of(PromptTable.read(own.prompts().get()))
                        : Optional.empty();
        PromptLookup lookup = new PromptLookup(Optional.empty(), table);
        ImageFiles.Listing listing = ImageFiles.expand(List.of(own.folder()));
        List<String> notes = new ArrayList<>(listing.problems());
        List<BuildPairs.OwnImage> images = new ArrayList<>();
        for (Path file : listing.images()) {
            try {
                switch (lookup.find(file)) {
                    case PromptAnswer.Found found ->
                            images.add(new BuildPairs.OwnImage(file, found.text()));
                    case PromptAnswer.Absent absent ->
                            notes.add(file + " was left out: " + absent.why());
                }
            } catch (ImageException e) {
                notes.add(e.getMessage());
            }
        }
        List<String> texts = images.stream().map(BuildPairs.OwnImage::prompt).distinct().toList();
        requireEnough(own, listing.images().size(), images.size(), texts.size());
        PromptSplit split = PromptSplit.of(texts, parameters.heldOutShare(), parameters.seed());
        int each = images.size() > MANY_IMAGES ? 1 : 2;
        PairSettings settings =
                PairSettings.of(parameters.seed())
                        .with(NegativeKind.DISTORTED, 2 * each)
                        .with(NegativeKind.EDITED, 2 * each)
                        .with(split)
                        .withoutGenerator();
        BuildPairs.Source source = new BuildPairs.Source.OwnImages(images, Optional.empty());
        return new PositivePlan(BuildPairs.of(set, source, settings), split, notes);
    }

    private static void requireEnough(
            DemoParameters.OwnImages own, int found, int prompted, int prompts)
            throws DemoException {
        if (prompts < 4) {
            throw new DemoException(
                    own.folder()
                            + " has "
                            + found
                            + " images, "
                            + prompted
                            + " of them with a prompt, and "
                            + prompts
                            + " different prompts; at least 4 are needed. Prompts are taken from a"
                            + " CSV file (--prompts, columns image and prompt), a text file beside"
                            + " each image, or the image's own metadata.");
        }
    }
}
