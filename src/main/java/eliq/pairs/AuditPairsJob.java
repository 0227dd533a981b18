package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.pairs.AuditPairs.Finding;
import eliq.pairs.AuditPairs.Problem;
import eliq.pairs.AuditPairs.Report;
import eliq.pairs.PairChecks.Checked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Looks a set of tuples over: every file decodes, every negative differs, no two prompts share a picture. */
public final class AuditPairsJob implements Job<AuditPairs, Report> {
    /** Bits of 64 up to which two pictures show the same. */
    private static final int NEAR_DUPLICATE_BITS = 5;

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
        return report(tuples, findings);
    }

    private static List<Finding> nearDuplicates(List<Checked> checked) {
        List<Finding> findings = new ArrayList<>();
        List<Checked> hashed = checked.stream().filter(one -> one.hash().isPresent()).toList();
        for (int i = 0; i < hashed.size(); i++) {
            Tuple later = hashed.get(i).tuple();
            PerceptualHash hash = hashed.get(i).hash().orElseThrow();
            for (Checked earlier : hashed.subList(0, i)) {
                if (earlier.tuple().prompt().id() != later.prompt().id()
                        && hash.distance(earlier.hash().orElseThrow()) <= NEAR_DUPLICATE_BITS) {
                    findings.add(
                            new Finding(
                                    later.id(),
                                    0,
                                    Problem.NEAR_DUPLICATE,
                                    "Shows as good as the same as tuple %d, whose prompt is \"%s\"."
                                            .formatted(
                                                    earlier.tuple().id(),
                                                    earlier.tuple().prompt().text())));
                }
            }
        }
        return findings;
    }

    private static Report report(List<Tuple> tuples, List<Finding> findings) {
        List<Negative> negatives = tuples.stream().flatMap(t -> t.negatives().stream()).toList();
        List<String> categories =
                tuples.stream().flatMap(t -> t.prompt().categories().stream()).toList();
        return new Report(
                tuples.size(),
                negatives.size(),
                count(categories, Function.identity()),
                count(negatives, n -> n.recipe().aspect().key()),
                count(negatives, n -> n.recipe().family().key()),
                count(negatives, n -> n.recipe().operation()),
                count(negatives, n -> n.verdict().key()),
                findings);
    }

    private static <T> Map<String, Long> count(Collection<T> things, Function<T, String> key) {
        Map<String, Long> counts = new TreeMap<>();
        things.forEach(thing -> counts.merge(key.apply(thing), 1L, Long::sum));
        return counts;
    }
}
