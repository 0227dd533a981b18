package eliq.cli;

import eliq.catalog.TupleStore;
import eliq.catalog.Verdict;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person thinks of negatives and positives. */
abstract class JudgePairsCommand extends WorkbenchCommand {
    private final Verdict verdict;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description =
                    "Of negatives, as 'eliq pairs show' and 'eliq pairs audit --findings' print them.")
    private List<Long> ids;

    @Option(
            names = "--positives",
            description =
                    "The ids are of tuples, and their positives are meant: with a rejected one the whole tuple is out of"
                            + " use.")
    private boolean positives;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why; kept with the verdict.")
    private String note;

    private JudgePairsCommand(Terminal terminal, Verdict verdict) {
        super(terminal);
        this.verdict = verdict;
    }

    @Override
    int run(Session session) throws Exception {
        TupleStore tuples = session.workbench().catalog().tuples();
        session.workbench()
                .catalog()
                .transaction(
                        () -> {
                            for (long id : ids) {
                                if (positives) {
                                    tuples.judgePositive(id, verdict, note);
                                } else {
                                    tuples.judge(id, verdict, note);
                                }
                            }
                            return ids.size();
                        });
        session.display().say(verdict.key() + ": " + ids.size() + ".");
        return Failures.OK;
    }

    /** Fit for training. */
    @Command(
            name = "accept",
            description =
                    "Marks negatives, or positives, as good: an audit does not reject them any more.",
            footer = {
                "",
                "Examples:",
                "  eliq pairs accept 12 15 18",
                "  eliq pairs accept 4 --positives --note \"looked at it\""
            })
    static final class Accept extends JudgePairsCommand {
        Accept(Terminal terminal) {
            super(terminal, Verdict.ACCEPTED);
        }
    }

    /** Not to be trained on. */
    @Command(
            name = "reject",
            description =
                    "Takes negatives, or positives with all that was made of them, out of training.",
            footer = {
                "",
                "Examples:",
                "  eliq pairs reject 12 15 --note \"better than the positive\"",
                "  eliq pairs reject 4 --positives --note \"six fingers\""
            })
    static final class Reject extends JudgePairsCommand {
        Reject(Terminal terminal) {
            super(terminal, Verdict.REJECTED);
        }
    }

    /** Back to where nobody has looked. */
    @Command(
            name = "reset",
            description = "Takes back a verdict on negatives or positives.",
            footer = {"", "Example:", "  eliq pairs reset 12 15"})
    static final class Reset extends JudgePairsCommand {
        Reset(Terminal terminal) {
            super(terminal, Verdict.NONE);
        }
    }
}
