package eliq.cli;

import eliq.pairs.BuildPairs;
import eliq.pairs.RefreshPairs;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A new era: the same prompts with other generators. */
@Command(
        name = "refresh",
        description = {
            "Builds the same prompts with the generators of another era, as a set beside the old one: same settings, same"
                    + " split, same seeds. A critic can then be trained for each era and the eras compared."
        },
        footer = {
            "",
            "Examples:",
            "  eliq pairs refresh first --generator comfyui/qwen-image",
            "  eliq pairs refresh paper --generator comfyui/new-model --era 2027 --as paper-2027"
        })
final class RefreshPairsCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "SET", description = "The set whose prompts are drawn anew.")
    private String old;

    @Mixin private ArtistOptions artists;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Name of the new set. Default: SET@ERA.")
    private String name;

    @Mixin private FormatOption format;

    RefreshPairsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        artists.check();
        if (artists.generators().isEmpty()) {
            throw new UsageException("Give --generator: who is to draw the new era's positives");
        }
    }

    @Override
    int run(Session session) throws Exception {
        BuildPairs parameters =
                new RefreshPairs(session.workbench().catalog())
                        .of(
                                old,
                                artists.generators().orElseThrow(),
                                Optional.ofNullable(name),
                                artists.era(),
                                artists.others(),
                                artists.size());
        BuildPairsCommand.build(session, format, parameters);
        return Failures.OK;
    }
}
