package eliq.cli;

import eliq.hub.HubException;
import eliq.image.ImageFiles;
import eliq.scorer.ScoreImagesParameters;
import eliq.scorer.ScoreImagesResult;
import java.nio.file.Path;
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
    @Mixin private ImageArguments images;

    @Mixin private ImagePromptOptions prompts;

    @Mixin private ScorerOptions scorer;

    @Mixin private PrecisionOption dtype;

    @Mixin private DeviceOption device;

    @Mixin private ScoreOutput output;

    ScoreCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        device.check();
        prompts.check();
        output.check();
    }

    @Override
    int run(Session session) throws Exception {
        device.use();
        ImageFiles.Listing listing = images.listing(session);
        ScoreImagesResult result =
                session.run(session.workbench().scoreImages(), parameters(session, listing));
        boolean whole = output.print(session, result) && listing.problems().isEmpty();
        return whole ? Failures.OK : Failures.FAILURE;
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
}
