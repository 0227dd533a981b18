package eliq.cli;

import picocli.CommandLine.Command;

/** Training of both stages. */
@Command(
        name = "train",
        synopsisSubcommandLabel = "COMMAND",
        description = "Trains a critic (stage 1), a scorer (stage 2), or the small model itself.",
        footer = {
            "",
            "Examples:",
            "  eliq train critic my-critic --pairs first",
            "  eliq train scorer my-scorer --pairs first --critic my-critic",
            "  eliq train keep 12 my-critic-early",
            "  eliq train nano --out my-nano"
        })
final class TrainCommand extends GroupCommand {
    TrainCommand(Terminal terminal) {
        super(terminal);
    }
}
