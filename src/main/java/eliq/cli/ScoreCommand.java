package eliq.cli;

import eliq.hub.HubException;
import eliq.image.ImageFiles;
import eliq.report.Column;
import eliq.scorer.ScoreImagesParameters;
import eliq.scorer.ScoreImagesResult;
import eliq.scorer.ScoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Scores image files. */
@Command(
        name = "score",
        description = {
            "Scores images: visual quality, and alignment with the prompt where there is one.",
            "A prompt is taken from --prompt, from --prompts, from a .txt file of the same name, or from",
            "what the generator left in the image, in this order."
        },
        footer = {
            "",
            "Columns: image, prompt, visual, alignment (absent without a prompt), the probability of 'high' in each",
            "aspect (0..1), the mean gate of the technical and the aesthetic branch (0..1), and error.",
            "Higher is better. Scores are unbounded; they compare images of one scorer with each other, and those",
            "scored with a prompt with those scored with one: the visual score leans on the prompt a little.",
            "",
            "Examples:",
            "  eliq score photo.png",
            "  eliq score fox.png --prompt \"a red fox in snow\"",
            "  eliq score renders/ --prompts prompts.csv --csv scores.csv",
            "  eliq score renders/ --format csv > scores.csv",
            "  eliq score renders/ --scorer my-scorer --model my-critic --format json"
        })
final class ScoreCommand extends WorkbenchCommand {
    private static final int NOTES_SHOWN = 10;

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("image", "Image"),
                    Column.text("prompt", "Prompt"),
                    Column.number("visual", "Visual", 3),
                    Column.number("alignment", "Alignment", 3),
                    Column.number("technical_high", "Technical", 3),
                    Column.number("aesthetic_high", "Aesthetic", 3),
                    Column.number("alignment_high", "Aligned", 3),
                    Column.number("gate_technical", "Gate tec", 3),
                    Column.number("gate_aesthetic", "Gate aes", 3),
                    Column.text("error", "Error"));

    @Mixin private ImageArguments images;

    @Mixin private ImagePromptOptions prompts;

    @Mixin private ScorerOptions scorer;

    @Mixin private PrecisionOption dtype;

    @Mixin private DeviceOption device;

    @Mixin private FormatOption format;

    @Mixin private CsvOption csv;

    ScoreCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        device.check();
        prompts.check();
        csv.check();
    }

    @Override
    int run(Session session) throws Exception {
        device.use();
        ImageFiles.Listing listing = images.listing(session);
        ScoreImagesResult result =
                session.run(session.workbench().scoreImages(), parameters(session, listing));
        List<ScoredImage> rows = ScoredImage.readAll(result.rows());
        remark(session, rows);
        csv.write(session, COLUMNS, rows.stream().map(row -> values(row, row.prompt())).toList());
        List<List<?>> shown = new ArrayList<>();
        rows.forEach(row -> shown.add(values(row, row.prompt().map(format::shown))));
        session.print(format.format(), COLUMNS, shown);
        if (result.failed() > 0) {
            session.display()
                    .complain(
                            result.failed()
                                    + " of "
                                    + rows.size()
                                    + " images could not be scored; the column error says why.");
        }
        return result.failed() > 0 || !listing.problems().isEmpty()
                ? Failures.FAILURE
                : Failures.OK;
    }

    private ScoreImagesParameters parameters(Session session, ImageFiles.Listing listing)
            throws HubException {
        return new ScoreImagesParameters(
                listing.images(),
                prompts.prompt(),
                prompts.table().map(Path::toAbsolutePath),
                scorer.scorer(session),
                scorer.critic(session),
                dtype.precision());
    }

    /** What a person should know beside the numbers: doubts about prompts, and what cannot be compared. */
    private static void remark(Session session, List<ScoredImage> rows) {
        Map<String, List<ScoredImage>> notes = new LinkedHashMap<>();
        for (ScoredImage row : rows) {
            row.note().ifPresent(n -> notes.computeIfAbsent(n, _ -> new ArrayList<>()).add(row));
        }
        notes.entrySet().stream()
                .limit(NOTES_SHOWN)
                .forEach(
                        e ->
                                session.display()
                                        .say(
                                                e.getValue().getFirst().image()
                                                        + more(e.getValue().size() - 1)
                                                        + ": "
                                                        + e.getKey()));
        if (notes.size() > NOTES_SHOWN) {
            session.display().say("... and " + (notes.size() - NOTES_SHOWN) + " more remarks.");
        }
        long scored = rows.stream().filter(r -> r.visual().isPresent()).count();
        long prompted = rows.stream().filter(r -> r.alignment().isPresent()).count();
        if (prompted > 0 && prompted < scored) {
            session.display()
                    .say(
                            "%d images were scored with a prompt, %d without: compare visual scores within each of the two only."
                                    .formatted(prompted, scored - prompted));
        }
    }

    private static String more(int others) {
        return others == 0 ? "" : " and " + others + " more";
    }

    private static List<?> values(ScoredImage row, Optional<String> prompt) {
        return List.of(
                row.image(),
                prompt,
                row.visual(),
                row.alignment(),
                row.technicalHigh(),
                row.aestheticHigh(),
                row.alignmentHigh(),
                row.gateTechnical(),
                row.gateAesthetic(),
                row.error());
    }
}
