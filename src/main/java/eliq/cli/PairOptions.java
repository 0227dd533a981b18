package eliq.cli;

import eliq.catalog.Family;
import eliq.image.ImageFiles;
import eliq.image.PromptLookup;
import eliq.image.PromptTable;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.NegativeKind;
import eliq.pairs.PairSettings;
import eliq.pairs.PromptSplit;
import eliq.pairs.StrengthSchedule;
import eliq.pairs.degrade.JpegNoiseSchedule;
import eliq.prompts.PromptBank;
import eliq.prompts.PromptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a set of pairs is to hold. */
final class PairOptions {
    private static final String PAINTER = "painter";
    private static final int USUAL_COUNT = 70;

    @Parameters(paramLabel = "SET", description = "Name of the set.")
    private String name;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Prompts to make up, evenly of all seven categories. Default: 70.")
    private Integer count;

    @Option(names = "--bank", description = "The 400 prompts that come with the program.")
    private boolean bank;

    @Option(
            names = "--prompts",
            paramLabel = "FILE",
            description = {
                "Prompts to draw: a text file, one a line, or a CSV file with the columns prompt and categories.",
                "With --images a CSV file with the columns image and prompt."
            })
    private Path prompts;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Your own images as positives. They stay where they are.")
    private Path images;

    @Mixin private ArtistOptions artists;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every choice. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            description = "One family of negatives only: conventional or ai_specific.")
    private Family family;

    @Option(
            names = "--negatives",
            paramLabel = "KIND=N",
            split = ",",
            description = {
                "Negatives of a kind for a positive; 1 where nothing is said. Kinds: distorted, edited, shuffled-prompt,",
                "degraded-prompt, early-stopped, weak-generator, spoiled-prompt, changed-prompt, changed-image."
            })
    private Map<String, Integer> negatives = new LinkedHashMap<>();

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "standard",
            description = {
                "What strength means for JPEG compression and noise: standard, mild, generations, compression or noise.",
                "Its numbers can be set with --set settings.distortion.NAME=VALUE. Default: ${DEFAULT-VALUE}."
            })
    private String schedule;

    @Option(
            names = "--strengths",
            paramLabel = "NAME",
            defaultValue = "uniform",
            description =
                    "Which strengths: uniform, ladder, mild or severe. Default: ${DEFAULT-VALUE}.")
    private StrengthSchedule strengths;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description =
                    "Share of the prompts to keep for testing; wrong prompts keep to their side. Default: ${DEFAULT-VALUE}.")
    private double heldOut;

    @Option(
            names = "--distance-model",
            paramLabel = "MODEL",
            description = {
                "A model whose embeddings count, beside words and categories, in what is different enough to be shuffled:",
                "a folder, or a name that 'eliq score --model' would take. Default: words and categories alone."
            })
    private String distanceModel;

    @Mixin private SettingOptions others;

    /** Looks them over. */
    void check() throws UsageException {
        long sources =
                List.of(count != null, bank, prompts != null || images != null).stream()
                        .filter(given -> given)
                        .count();
        if (sources > 1) {
            throw new UsageException("Give --count, or --bank, or --prompts, or --images");
        }
        if (count != null && count < 1) {
            throw new UsageException("--count is " + count + "; it must be at least 1");
        }
        if (prompts != null && !Files.isRegularFile(prompts)) {
            throw new UsageException("--prompts: there is no file " + prompts);
        }
        if (images != null && !Files.isDirectory(images)) {
            throw new UsageException("--images: there is no folder " + images);
        }
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new UsageException("--held-out is " + heldOut + "; it must be a share below 1");
        }
        if (JpegNoiseSchedule.named(schedule).isEmpty()) {
            throw new UsageException(
                    "--schedule: there is no '%s'; known: %s"
                            .formatted(
                                    schedule,
                                    String.join(", ", JpegNoiseSchedule.named().keySet())));
        }
        counts(PairSettings.of(seed));
        artists.check();
    }

    /** Whether the settings are to be listed instead of used. */
    boolean listed() {
        return others.listed();
    }

    /** What is to be built. */
    BuildPairs parameters(Session session) throws Exception {
        PairSettings settings =
                counts(PairSettings.of(seed))
                        .with(heldOut > 0 ? new PromptSplit(seed, heldOut) : PromptSplit.none())
                        .with(strengths, JpegNoiseSchedule.named(schedule).orElseThrow());
        settings = artists.sized(settings, session);
        if (family != null) {
            settings = settings.only(family);
        }
        BuildPairs.Source source = source(session);
        BuildPairs parameters =
                new BuildPairs(
                        name,
                        artists.era().orElse(source.era()),
                        Optional.empty(),
                        source,
                        artists.others().orElse(BuildPairs.Artists.NONE),
                        distanceModel == null
                                ? Optional.empty()
                                : Optional.of(session.model(distanceModel)),
                        settings);
        return others.apply(parameters, BuildPairs.class);
    }

    private PairSettings counts(PairSettings settings) throws UsageException {
        PairSettings counted = settings;
        for (Map.Entry<String, Integer> each : negatives.entrySet()) {
            NegativeKind kind =
                    NegativeKind.ofKey(each.getKey())
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "--negatives: there is no kind '"
                                                            + each.getKey()
                                                            + "'"));
            if (each.getValue() < 0) {
                throw new UsageException("--negatives: a number is not negative");
            }
            counted = counted.with(kind, each.getValue());
        }
        return counted;
    }

    private BuildPairs.Source source(Session session) throws Exception {
        if (images != null) {
            return ownImages(session);
        }
        List<PromptText> texts;
        if (bank) {
            texts = texts(PromptBank.shipped().prompts());
        } else if (prompts != null) {
            PromptFile.Content content = PromptFile.content(prompts);
            session.display().say(content.said());
            content.skipped().forEach(session.display()::complain);
            texts = texts(content.prompts());
        } else {
            texts = session.workbench().paintedPrompts(count == null ? USUAL_COUNT : count, seed);
        }
        return new BuildPairs.Source.Prompts(texts, artists.generators().orElse(List.of(PAINTER)));
    }

    private static List<PromptText> texts(List<eliq.prompts.Prompt> prompts) {
        return prompts.stream().map(p -> new PromptText(p.text(), p.categories())).toList();
    }

    private BuildPairs.Source ownImages(Session session) throws Exception {
        ImageFiles.Listing listing = ImageArguments.listing(session, List.of(images));
        Optional<PromptTable> table =
                prompts == null ? Optional.empty() : Optional.of(PromptTable.read(prompts));
        table.ifPresent(t -> session.display().say(t.describe()));
        PromptLookup lookup = new PromptLookup(Optional.empty(), table);
        List<BuildPairs.OwnImage> found = new ArrayList<>();
        for (Path image : listing.images()) {
            Optional<String> prompt = lookup.find(image).prompt();
            if (prompt.isPresent()) {
                found.add(new BuildPairs.OwnImage(image, prompt.get()));
            } else {
                session.display().say(image + ": has no prompt; left out.");
            }
        }
        if (found.isEmpty()) {
            throw new CommandException(
                    "No image in "
                            + images
                            + " has a prompt; give them with --prompts FILE.csv (columns image and"
                            + " prompt)");
        }
        List<String> generators = artists.generators().orElse(List.of(PAINTER));
        return new BuildPairs.Source.OwnImages(found, Optional.of(generators.getFirst()));
    }
}
