package eliq.app.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.pairs.AuditPairs;
import eliq.pairs.AuditPairs.Finding;
import java.util.List;
import java.util.Optional;

/** The tuple sets of a catalogue. */
public final class CatalogPairShelf implements PairShelf {
    private static final int JOBS_LOOKED_AT = 2000;

    private final Catalog catalog;
    private final Work work;

    /** The long work on a set, run as jobs to their end. */
    public interface Work {
        void audit(String set, Progress progress) throws ReviewException;

        void score(String set, Progress progress) throws ReviewException;
    }

    public CatalogPairShelf(Catalog catalog, Work work) {
        this.catalog = catalog;
        this.work = work;
    }

    @Override
    public List<TupleSet> sets() throws ReviewException {
        try {
            return catalog.tuples().sets();
        } catch (CatalogException e) {
            throw new ReviewException(e.getMessage(), e);
        }
    }

    @Override
    public List<Tuple> tuples(TupleSet set) throws ReviewException {
        try {
            return catalog.tuples().all(set.id());
        } catch (CatalogException e) {
            throw new ReviewException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<List<Finding>> findings(TupleSet set) throws ReviewException {
        try {
            for (JobRecord job : catalog.jobs().recent(JOBS_LOOKED_AT)) {
                if (job.kind().equals("audit-pairs")
                        && job.state() == JobState.DONE
                        && job.created().isAfter(set.created())
                        && job.result().isPresent()
                        && isOf(job, set)) {
                    return Optional.of(
                            JobJson.read(
                                            job.result().get(),
                                            AuditPairs.Report.class,
                                            "the result of job " + job.id())
                                    .findings());
                }
            }
            return Optional.empty();
        } catch (CatalogException | JobException e) {
            throw new ReviewException(e.getMessage(), e);
        }
    }

    private static boolean isOf(JobRecord job, TupleSet set) throws JobException {
        return JobJson.read(job.parameters(), AuditPairs.class, "the parameters of job " + job.id())
                .set()
                .equals(set.name());
    }

    @Override
    public void keep(List<Decision> decisions) throws ReviewException {
        try {
            catalog.transaction(
                    () -> {
                        for (Decision each : decisions) {
                            if (each.negative().isPresent()) {
                                catalog.tuples()
                                        .judge(
                                                each.negative().getAsLong(),
                                                each.verdict(),
                                                each.note());
                            } else {
                                catalog.tuples()
                                        .judgePositive(each.tuple(), each.verdict(), each.note());
                            }
                        }
                        return decisions.size();
                    });
        } catch (CatalogException e) {
            throw new ReviewException(e.getMessage(), e);
        }
    }

    @Override
    public void audit(TupleSet set, Progress progress) throws ReviewException {
        work.audit(set.name(), progress);
    }

    @Override
    public void score(TupleSet set, Progress progress) throws ReviewException {
        work.score(set.name(), progress);
    }
}
