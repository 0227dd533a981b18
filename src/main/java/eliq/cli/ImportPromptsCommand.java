package eliq.cli;

import eliq.catalog.PromptLabel;
import eliq.catalog.PromptStore;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.prompts.Category;
import eliq.prompts.CategoryLabels;
import eliq.prompts.Prompt;
import eliq.report.Column;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings prompts into the workspace. */
@Command(
        name = "import",
        description = {
            "Brings prompts into the workspace: from a table (which columns were taken is said), JSON lines, or one a",
            "line. Prompts that are there already are known again; categories in the file are kept with them."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts import mine.csv",
            "  eliq prompts import --bank"
        })
final class ImportPromptsCommand extends WorkbenchCommand {
    @Mixin private PromptSource source;

    @Mixin private FormatOption format;

    ImportPromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        source.check();
        if (source.ofWorkspace()) {
            throw new UsageException("Name a FILE, or --bank for the shipped prompts");
        }
    }

    @Override
    int run(Session session) throws Exception {
        List<Prompt> prompts = source.prompts(session);
        PromptStore store = session.workbench().catalog().prompts();
        int labelled = (int) prompts.stream().filter(p -> !p.categories().isEmpty()).count();
        int added = session.workbench().catalog().transaction(() -> add(store, prompts));
        session.print(
                format.format(),
                List.of(
                        Column.text("added", "Added"),
                        Column.text("known", "Known"),
                        Column.text("labelled", "With categories"),
                        Column.text("skipped", "Left out")),
                List.of(List.of(added, prompts.size() - added, labelled, source.skipped())));
        return source.skipped() == 0 ? Failures.OK : Failures.FAILURE;
    }

    private int add(PromptStore store, List<Prompt> prompts) throws eliq.catalog.CatalogException {
        Map<Long, PromptLabel> labels = new LinkedHashMap<>();
        int added = 0;
        for (Prompt prompt : prompts) {
            Optional<eliq.catalog.Prompt> before = store.find(prompt.text());
            added += before.isPresent() ? 0 : 1;
            Set<String> titles =
                    prompt.categories().stream()
                            .map(Category::title)
                            .collect(Collectors.toCollection(HashSet::new));
            long id = store.add(NewPrompt.of(prompt.text(), source.name())).id();
            if (!titles.isEmpty()) {
                labels.put(id, new PromptLabel(titles, 1, CategoryLabels.GIVEN));
            }
        }
        store.labelAll(labels);
        return added;
    }
}
