package eliq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the prompts of images come from, before what stands in the images themselves. */
final class ImagePromptOptions {
    @Option(names = "--prompt", paramLabel = "TEXT", description = "One prompt for all images.")
    private String prompt;

    @Option(
            names = "--prompts",
            paramLabel = "FILE.csv",
            description = "A table with the columns image and prompt.")
    private Path prompts;

    void check() throws UsageException {
        if (prompt != null && prompts != null) {
            throw new UsageException("Give --prompt or --prompts, not both");
        }
        if (prompts != null && !Files.isRegularFile(prompts)) {
            throw new UsageException("--prompts: there is no file " + prompts);
        }
    }

    Optional<String> prompt() {
        return Optional.ofNullable(prompt);
    }

    Optional<Path> table() {
        return Optional.ofNullable(prompts);
    }
}
