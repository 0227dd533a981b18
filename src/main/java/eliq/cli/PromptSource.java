package eliq.cli;

import eliq.prompts.Category;
import eliq.prompts.Prompt;
import eliq.prompts.PromptBank;
import eliq.prompts.PromptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which prompts a command is about: a file's, the shipped ones, or those of the workspace. */
final class PromptSource {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A file of prompts: .csv, .jsonl, .json, or one a line. Default: those of the workspace.")
    private Path file;

    @Option(names = "--bank", description = "The shipped prompts.")
    private boolean bank;

    private int skipped;

    void check() throws UsageException {
        if (file != null && bank) {
            throw new UsageException("Give FILE or --bank, not both");
        }
        if (file != null && !Files.isRegularFile(file)) {
            throw new UsageException("There is no file " + file);
        }
    }

    boolean ofWorkspace() {
        return file == null && !bank;
    }

    /** Where the prompts come from, as the catalogue keeps it. */
    String name() {
        return bank ? "bank" : file == null ? "workspace" : file.getFileName().toString();
    }

    List<Prompt> prompts(Session session) throws Exception {
        if (bank) {
            return PromptBank.shipped().prompts();
        }
        if (file == null) {
            return ofCatalogue(session);
        }
        PromptFile.Content content = PromptFile.content(file);
        session.display().say(content.said());
        content.skipped().forEach(session.display()::complain);
        skipped = content.skipped().size();
        return content.prompts();
    }

    /** Lines of the file that could not be taken, once it was read. */
    int skipped() {
        return skipped;
    }

    static List<Prompt> ofCatalogue(Session session) throws Exception {
        List<Prompt> prompts = new ArrayList<>();
        for (eliq.catalog.Prompt prompt : session.workbench().catalog().prompts().all()) {
            List<Category> categories =
                    prompt.categories().stream()
                            .flatMap(title -> Category.named(title).stream())
                            .sorted(Comparator.naturalOrder())
                            .toList();
            prompts.add(new Prompt(prompt.text(), categories));
        }
        return prompts;
    }
}
