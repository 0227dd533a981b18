package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.pairs.AuditPairs.Finding;
import eliq.pairs.AuditPairs.Problem;
import eliq.pairs.AuditPairs.Report;
import eliq.pairs.PairChecks.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Looks a set of tuples over: every file decodes, every negative differs, no two prompts share a picture. */
public final class AuditPairsJob implements Job<AuditPairs, Report> {
    /** Bits of 64 up to which two pictures show the same. */
    private static final int NEAR_DUPLICATE_BITS = 5;

    private static final int SAME_PICTURE_BITS = 1;

    private final Catalog catalog;
    private final Pictures pictures;

    public AuditPairsJob(Catalog catalog, Pictures pictures) {
        this.catalog = catalog;
        this.pictures = pictures;
    }

    @Override
    public String kind() {
        return "audit-pairs";
    }

    @Override
    public Class<AuditPairs> parametersType() {
        return AuditPairs.class;
    }

    @Override
    public Class<Report> resultType() {
        return Report.class;
    }

    @Override
    public Report run(AuditPairs parameters, JobContext context) throws Exception {
        TupleSet set =
                catalog.tuples()
                        .findSet(parameters.set())
                        .orElseThrow(
                                () ->
                                        new PairsException(
                                                "There is no set of pairs named \""
                                                        + parameters.set()
                                                        + "\"."));
        List<Tuple> tuples = catalog.tuples().all(set.id());
        PairChecks checks = new PairChecks(pictures);
        List<Callable<Checked>> work = new ArrayList<>();
        tuples.forEach(tuple -> work.add(() -> checks.check(tuple)));
        List<Checked> checked = new ArrayList<>();
        Ordered.run(
                work,
                (one, done) -> {
                    checked.add(one);
                    context.progress("Checking pairs", done, work.size());
                    context.checkCancelled();
                });
        List<Finding> findings = new ArrayList<>();
        checked.forEach(one -> findings.addAll(one.findings()));
        findings.addAll(nearDuplicates(checked));
        return AuditReport.of(set, tuples, findings);
    }

    private static List<Finding> nearDuplicates(List<Checked> checked) {
        List<Finding> findings = new ArrayList<>();
        List<Checked> hashed = checked.stream().filter(one -> one.hash().isPresent()).toList();
        for (int i = 0; i < hashed.size(); i++) {
            PerceptualHash hash = hashed.get(i).hash().orElseThrow();
            for (Checked earlier : hashed.subList(0, i)) {
                int bits = hash.distance(earlier.hash().orElseThrow());
                if (bits <= NEAR_DUPLICATE_BITS) {
                    nearDuplicate(hashed.get(i).tuple(), earlier.tuple(), bits)
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    /** Two generators may well draw one prompt alike, but not the same picture. */
    private static Optional<Finding> nearDuplicate(Tuple later, Tuple earlier, int bits) {
        boolean onePrompt = earlier.prompt().id() == later.prompt().id();
        if (onePrompt && bits > SAME_PICTURE_BITS) {
            return Optional.empty();
        }
        String text =
                onePrompt
                        ? "Shows as good as the same as tuple %d, which %s drew for the same prompt."
                                .formatted(earlier.id(), earlier.generator())
                        : "Shows as good as the same as tuple %d, whose prompt is \"%s\"."
                                .formatted(earlier.id(), earlier.prompt().text());
        return Optional.of(new Finding(later.id(), 0, Problem.NEAR_DUPLICATE, text));
    }
}
