package eliq.cli;

import eliq.catalog.PromptLabel;
import eliq.catalog.PromptStore;
import eliq.prompts.Category;
import eliq.prompts.CategoryLabels;
import eliq.prompts.CategoryRules;
import eliq.prompts.Prompt;
import eliq.prompts.Taxonomy;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prompts and their categories. */
@Command(
        name = "list",
        description = "Lists prompts with their categories, or counts them by sub-concept.",
        footer = {
            "",
            "Examples:",
            "  eliq prompts list --uncertain",
            "  eliq prompts list mine.csv --summary",
            "  eliq prompts list --bank --category food --format csv"
        })
final class ListPromptsCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("prompt", "Prompt"),
                    Column.text("categories", "Categories"),
                    Column.number("confidence", "Confidence", 2),
                    Column.text("labeller", "Labelled by"),
                    Column.text("source", "Source"));
    private static final List<Column> COUNTS =
            List.of(
                    Column.text("category", "Category"),
                    Column.text("sub_concept", "Sub-concept"),
                    Column.text("prompts", "Prompts"));

    @Mixin private PromptSource source;

    @Option(names = "--category", paramLabel = "NAME", description = "Of one category only.")
    private String category;

    @Option(
            names = "--uncertain",
            description = "Only those whose categories nobody is sure of, or that have none.")
    private boolean uncertain;

    @Option(
            names = "--summary",
            description =
                    "How many prompts each category and sub-concept has; a prompt may count in several.")
    private boolean summary;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "Prompts to show. Default: all.")
    private int limit;

    @Mixin private TaxonomyOption taxonomy;

    @Mixin private FormatOption format;

    ListPromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        source.check();
        taxonomy.check();
        if (category != null && Category.named(category).isEmpty()) {
            throw new UsageException(
                    "--category: there is no '" + category + "'; they are " + Category.titles());
        }
        if (limit < 0) {
            throw new UsageException("--limit is " + limit + "; it must be 0 or more");
        }
    }

    /** What the catalogue knows of a prompt. */
    private record Known(Optional<PromptLabel> label, String source) {}

    @Override
    int run(Session session) throws Exception {
        List<Prompt> prompts = source.prompts(session);
        Map<String, Known> known = known(session);
        List<Prompt> wanted = new ArrayList<>();
        for (Prompt prompt : prompts) {
            Optional<PromptLabel> label =
                    Optional.ofNullable(known.get(PromptStore.normalise(prompt.text())))
                            .flatMap(Known::label);
            boolean open =
                    label.map(l -> l.confidence() < CategoryLabels.CERTAIN)
                            .orElse(prompt.categories().isEmpty());
            boolean inCategory =
                    category == null
                            || prompt.categories().contains(Category.named(category).orElseThrow());
            if (inCategory && (!uncertain || open)) {
                wanted.add(prompt);
            }
        }
        if (summary) {
            session.print(format.format(), COUNTS, counts(session, wanted));
        } else {
            session.print(format.format(), COLUMNS, rows(wanted, known));
        }
        return Failures.OK;
    }

    private static Map<String, Known> known(Session session) throws Exception {
        Map<Long, PromptLabel> labels = session.workbench().catalog().prompts().labels();
        Map<String, Known> known = new HashMap<>();
        for (eliq.catalog.Prompt prompt : session.workbench().catalog().prompts().all()) {
            known.put(
                    PromptStore.normalise(prompt.text()),
                    new Known(Optional.ofNullable(labels.get(prompt.id())), prompt.source()));
        }
        return known;
    }

    private List<List<?>> rows(List<Prompt> prompts, Map<String, Known> known) {
        List<List<?>> rows = new ArrayList<>();
        for (Prompt prompt : limit == 0 ? prompts : prompts.stream().limit(limit).toList()) {
            Optional<Known> own =
                    Optional.ofNullable(known.get(PromptStore.normalise(prompt.text())));
            Optional<PromptLabel> label = own.flatMap(Known::label);
            rows.add(
                    List.of(
                            format.shown(prompt.text()),
                            titles(prompt.categories()),
                            label.map(PromptLabel::confidence),
                            label.map(PromptLabel::labeller),
                            own.map(Known::source)));
        }
        return rows;
    }

    static String titles(List<Category> categories) {
        return categories.stream().map(Category::title).collect(Collectors.joining(";"));
    }

    private List<List<?>> counts(Session session, List<Prompt> prompts) throws Exception {
        Taxonomy read = taxonomy.read(session);
        CategoryRules rules = new CategoryRules(read);
        Map<Taxonomy.Concept, Integer> counts = new LinkedHashMap<>();
        read.concepts().forEach(concept -> counts.put(concept, 0));
        for (Prompt prompt : prompts) {
            for (Taxonomy.Concept concept : rules.concepts(prompt.text())) {
                if (prompt.categories().isEmpty()
                        || prompt.categories().contains(concept.category())) {
                    counts.merge(concept, 1, Integer::sum);
                }
            }
        }
        List<List<?>> rows = new ArrayList<>();
        for (Category each : Category.values()) {
            long all = prompts.stream().filter(p -> p.categories().contains(each)).count();
            rows.add(List.of(each.title(), "all", all));
            counts.forEach(
                    (concept, count) -> {
                        if (concept.category() == each) {
                            rows.add(List.of(each.title(), concept.name(), count));
                        }
                    });
        }
        return rows;
    }
}
