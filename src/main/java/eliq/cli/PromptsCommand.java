package eliq.cli;

import picocli.CommandLine.Command;

/** Texts to make pictures from. */
@Command(
        name = "prompts",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Prompts: the shipped bank and your own, their categories, and worse versions of them.",
        footer = {
            "",
            "Examples:",
            "  eliq prompts list --bank --summary",
            "  eliq prompts import mine.csv",
            "  eliq prompts label mine.csv --format csv > labelled.csv",
            "  eliq prompts generate --count 400 --model qwen3:8b --base-url http://127.0.0.1:11434/v1 --dry-run",
            "  eliq prompts rewrite --prompt \"Two red cars on a city street\"",
            "  eliq prompts export prompts.jsonl"
        })
final class PromptsCommand extends GroupCommand {
    PromptsCommand(Terminal terminal) {
        super(terminal);
    }
}
