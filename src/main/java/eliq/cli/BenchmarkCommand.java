package eliq.cli;

import eliq.benchmark.Correlation;
import eliq.benchmark.RatedSet;
import eliq.benchmark.RatedSetStore;
import eliq.benchmark.StoredSet;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The rated sets of the workspace. */
@Command(
        name = "benchmark",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Rated sets: what is there, what is in them, and whether splits leak prompts.",
        footer = {
            "",
            "Examples:",
            "  eliq benchmark list",
            "  eliq benchmark show agiqa-3k",
            "  eliq benchmark leaks agiqa-3k --train train.csv --test test.csv",
            "  eliq benchmark remove mine"
        })
final class BenchmarkCommand extends GroupCommand {
    BenchmarkCommand(Terminal terminal) {
        super(terminal);
    }

    /** All sets. */
    @Command(
            name = "list",
            description = "Lists the rated sets.",
            footer = {"", "Example:", "  eliq benchmark list --format csv"})
    static final class ListSets extends WorkbenchCommand {
        @Mixin private FormatOption format;

        ListSets(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            RatedSetStore sets = session.workbench().ratedSets();
            List<List<?>> rows = new ArrayList<>();
            for (String name : sets.names()) {
                StoredSet stored = sets.load(name);
                RatedSet set = stored.set();
                rows.add(
                        List.of(
                                name,
                                set.layout().title(),
                                set.images().size(),
                                stored.files().size(),
                                set.prompts(),
                                set.visual(),
                                set.alignment()));
            }
            session.print(
                    format.format(),
                    List.of(
                            Column.text("set", "Set"),
                            Column.text("layout", "Layout"),
                            Column.text("listed", "Listed"),
                            Column.text("found", "Found"),
                            Column.text("prompts", "Prompts"),
                            Column.text("visual", "Visual"),
                            Column.text("alignment", "Alignment")),
                    rows);
            return Failures.OK;
        }
    }

    /** One set. */
    @Command(
            name = "show",
            description = {
                "Shows what is in a set: images by generator, and how its two ratings go together."
            },
            footer = {"", "Example:", "  eliq benchmark show agiqa-3k --format json"})
    static final class Show extends WorkbenchCommand {
        @Parameters(paramLabel = "SET", description = "A rated set.")
        private String name;

        @Mixin private FormatOption format;

        Show(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            StoredSet stored = session.workbench().ratedSets().load(name);
            RatedSet set = stored.set();
            List<List<?>> rows = new ArrayList<>();
            rows.add(List.of("layout", set.layout().title()));
            rows.add(List.of("images", set.images().size()));
            rows.add(List.of("images found", stored.files().size()));
            rows.add(List.of("prompts", set.prompts()));
            rows.add(List.of("ratings", String.join(", ", set.ratingNames())));
            set.generators()
                    .forEach((generator, n) -> rows.add(List.of("images of " + generator, n)));
            if (set.visual().isPresent() && set.alignment().isPresent()) {
                double[] visual = set.values(set.visual().get());
                double[] alignment = set.values(set.alignment().get());
                rows.add(
                        List.of(
                                "SRCC of the two ratings",
                                Correlation.spearman(visual, alignment)));
                rows.add(
                        List.of("PLCC of the two ratings", Correlation.pearson(visual, alignment)));
            }
            set.index().forEach(file -> rows.add(List.of(file.path(), file.sha256())));
            session.print(
                    format.format(),
                    List.of(Column.text("fact", "Fact"), Column.number("value", "Value", 3)),
                    rows);
            return Failures.OK;
        }
    }

    /** Forgets one. */
    @Command(
            name = "remove",
            description = "Forgets a rated set; its images stay where they are.",
            footer = {"", "Example:", "  eliq benchmark remove mine"})
    static final class Remove extends WorkbenchCommand {
        @Parameters(paramLabel = "SET", description = "A rated set.")
        private String name;

        Remove(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            session.workbench().ratedSets().remove(name);
            session.workbench().catalog().ratings().remove(name);
            return Failures.OK;
        }
    }
}
