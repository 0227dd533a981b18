package eliq.cli;

import eliq.critic.ValidationResult;
import eliq.nano.NanoSettings;
import eliq.nano.TrainNanoParameters;
import eliq.nano.TrainNanoResult;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The recipe of the shipped small model. */
@Command(
        name = "nano",
        description = {
            "Trains eliq-nano from nothing, on painted scenes: the recipe of the shipped model.",
            "Takes about two hours and three quarters on two cores; stopped, 'eliq jobs resume' goes on with it."
        },
        footer = {
            "",
            "Examples:",
            "  eliq train nano --out my-nano",
            "  eliq train nano --out quick-nano --steps 200",
            "  eliq train nano --out better-nano --from eliq-nano --more 6000"
        })
final class TrainNanoCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("aspect", "Aspect"),
                    Column.text("family", "Family"),
                    Column.text("operation", "Operation"),
                    Column.text("answers", "Answers"),
                    Column.number("accuracy", "Accuracy", 3),
                    Column.text("pairs", "Pairs"),
                    Column.number("pair_accuracy", "Pair accuracy", 3));

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the finished model; must not exist, or be empty.")
    private Path out;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Length of the training. Default: that of the shipped model.")
    private Integer steps;

    @Option(
            names = "--more",
            paramLabel = "N",
            description = {
                "Train N steps in the last leg, in which the model learns to compare what it sees with what it is",
                "asked, on pictures that are looked at once. With --from only that leg is run, with the eyes of that",
                "model."
            })
    private Integer more;

    @Option(
            names = "--from",
            paramLabel = "ID|DIR",
            description = "The model to go on from, with --more.")
    private String from;

    @Mixin private FormatOption format;

    TrainNanoCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (steps != null && steps < 1) {
            throw new UsageException("--steps must be at least 1, not " + steps);
        }
        if (more != null && (more < 1 || steps != null)) {
            throw new UsageException("--more takes a number from 1 on, and no --steps beside it");
        }
        if (from != null && more == null) {
            throw new UsageException("--from needs --more: how many steps to go on");
        }
        if (Files.isRegularFile(out)) {
            throw new UsageException("--out names a file, not a folder: " + out);
        }
    }

    @Override
    int run(Session session) throws Exception {
        NanoSettings settings =
                more != null
                        ? NanoSettings.withLastLeg(more)
                        : steps != null ? NanoSettings.of(steps) : NanoSettings.SHIPPED;
        Optional<Path> start = from == null ? Optional.empty() : Optional.of(session.model(from));
        TrainNanoResult result =
                session.run(
                        session.workbench().trainNano(),
                        new TrainNanoParameters(out.toAbsolutePath().normalize(), settings, start));
        session.display()
                .say(
                        String.format(
                                Locale.ROOT,
                                "eliq-nano: %d steps, %.1f images/s; in %s",
                                result.steps(),
                                result.imagesPerSecond(),
                                result.model()));
        List<List<?>> rows = new ArrayList<>();
        for (ValidationResult.Score s :
                result.heldOut().map(ValidationResult::scores).orElse(List.of())) {
            rows.add(
                    List.of(
                            s.aspect().key(),
                            s.family().isEmpty() ? "all" : s.family(),
                            s.operation().isEmpty() ? "all" : s.operation(),
                            s.answers(),
                            s.accuracy(),
                            s.pairs(),
                            s.pairs() == 0 ? Optional.empty() : Optional.of(s.pairAccuracy())));
        }
        session.print(format.format(), COLUMNS, rows);
        return Failures.OK;
    }
}
