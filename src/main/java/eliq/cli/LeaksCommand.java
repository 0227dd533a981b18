package eliq.cli;

import eliq.benchmark.BenchmarkException;
import eliq.benchmark.ImageSelection;
import eliq.benchmark.LeakCheck;
import eliq.benchmark.RatedSet;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks whether test prompts are in training too. */
@Command(
        name = "leaks",
        description = {
            "Counts the test prompts that are also in training, for split lists of a rated set. A list is a CSV or",
            "XLSX file that names images."
        },
        footer = {
            "",
            "Ends with 1 where prompts leak.",
            "",
            "Example:",
            "  eliq benchmark leaks agiqa-3k --train train.csv --test test.csv"
        })
final class LeaksCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "SET", description = "A rated set.")
    private String name;

    @Option(
            names = "--train",
            required = true,
            paramLabel = "FILE",
            description = "Images of the training side.")
    private Path train;

    @Option(
            names = "--test",
            required = true,
            paramLabel = "FILE",
            description = "Images of the test side.")
    private Path test;

    @Mixin private FormatOption format;

    LeaksCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        for (Path file : List.of(train, test)) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("There is no file " + file);
            }
        }
    }

    @Override
    int run(Session session) throws Exception {
        RatedSet set = session.workbench().ratedSets().load(name).set();
        LeakCheck check = LeakCheck.of(chosen(set, train), chosen(set, test));
        session.print(
                format.format(),
                List.of(
                        Column.text("training_images", "Training images"),
                        Column.text("test_images", "Test images"),
                        Column.text("training_prompts", "Training prompts"),
                        Column.text("test_prompts", "Test prompts"),
                        Column.text("leaked_prompts", "Leaked prompts"),
                        Column.text("leaked_images", "Leaked images"),
                        Column.text("same_images", "Same images")),
                List.of(
                        List.of(
                                check.trainingImages(),
                                check.testImages(),
                                check.trainingPrompts(),
                                check.testPrompts(),
                                check.leaked(),
                                check.leakedImages(),
                                check.sameImages())));
        session.display().say(check.sentence());
        return check.leaked() == 0 && check.sameImages() == 0 ? Failures.OK : Failures.FAILURE;
    }

    private static List<eliq.benchmark.RatedImage> chosen(RatedSet set, Path list)
            throws BenchmarkException {
        return ImageSelection.of(set, list);
    }
}
