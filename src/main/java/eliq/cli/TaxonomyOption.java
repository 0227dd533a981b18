package eliq.cli;

import eliq.prompts.PromptsException;
import eliq.prompts.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which taxonomy is used: one that is named, the workspace's own, or the shipped one. */
final class TaxonomyOption {
    @Option(
            names = "--taxonomy",
            paramLabel = "FILE",
            description = {
                "Another taxonomy. Default: taxonomy.txt in the workspace, or the shipped one",
                "(see 'eliq prompts taxonomy')."
            })
    private Path named;

    void check() throws UsageException {
        if (named != null && !Files.isRegularFile(named)) {
            throw new UsageException("--taxonomy: there is no file " + named);
        }
    }

    Path file(Session session) {
        return named != null
                ? named
                : session.workbench().catalog().folder().resolve(Taxonomy.FILE);
    }

    Taxonomy read(Session session) throws PromptsException {
        Path file = file(session);
        return Files.exists(file) ? Taxonomy.read(file) : Taxonomy.shipped();
    }

    /** Its text, checked; empty where it is the shipped one. */
    Optional<String> text(Session session) throws PromptsException, IOException {
        Path file = file(session);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Taxonomy.read(file);
        return Optional.of(Files.readString(file));
    }
}
