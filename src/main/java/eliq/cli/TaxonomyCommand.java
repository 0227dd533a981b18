package eliq.cli;

import eliq.prompts.PromptWriter;
import eliq.prompts.Taxonomy;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The categories and their sub-concepts. */
@Command(
        name = "taxonomy",
        description = {
            "Shows the seven categories, their sub-concepts and the words that tell them.",
            "--edit writes them to taxonomy.txt in the workspace, where you can change them: every command then",
            "reads that file instead. --taxonomy elsewhere names another file."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts taxonomy",
            "  eliq prompts taxonomy --edit",
            "  eliq prompts taxonomy --write my-taxonomy.txt"
        })
final class TaxonomyCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("category", "Category"),
                    Column.text("sub_concept", "Sub-concept"),
                    Column.text("words", "Words"),
                    Column.text("examples", "Examples"),
                    Column.text("keywords", "Keywords"));
    private static final int EXAMPLES = 5;

    @Option(names = "--edit", description = "Write it to the workspace, if it is not there yet.")
    private boolean edit;

    @Option(names = "--write", paramLabel = "FILE", description = "Write it to a file.")
    private Path write;

    @Mixin private TaxonomyOption taxonomy;

    @Mixin private FormatOption format;

    TaxonomyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        taxonomy.check();
        if (write != null && Files.exists(write)) {
            throw new UsageException("--write: " + write + " is there already; name a new file");
        }
    }

    @Override
    int run(Session session) throws Exception {
        Path own = session.workbench().catalog().folder().resolve(Taxonomy.FILE);
        if (edit) {
            if (!Files.exists(own)) {
                PromptWriter.writeAside(own, Taxonomy.shippedText());
            }
            session.display().say("Edit " + own + "; remove it to have the shipped one again.");
        }
        Optional<String> text = taxonomy.text(session);
        if (write != null) {
            PromptWriter.writeAside(write, text.orElseGet(Taxonomy::shippedText));
            session.display().say("Written to " + write + ".");
        }
        if (text.isPresent()) {
            session.display().say("Taxonomy: " + taxonomy.file(session) + ".");
        }
        boolean table = format.format() == eliq.report.ResultFormat.TABLE;
        List<List<?>> rows = new ArrayList<>();
        for (Taxonomy.Concept concept : taxonomy.read(session).concepts()) {
            List<String> words = concept.keywords();
            rows.add(
                    List.of(
                            concept.category().title(),
                            concept.name(),
                            words.size(),
                            String.join(", ", words.subList(0, Math.min(EXAMPLES, words.size()))),
                            table ? Optional.empty() : String.join(";", words)));
        }
        session.print(format.format(), COLUMNS, rows);
        return Failures.OK;
    }
}
