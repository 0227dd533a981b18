package eliq.app.benchmark;

import eliq.app.words.Amounts;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.EvaluatedSet;
import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.eras.ErasParameters;
import eliq.catalog.JobRecord;
import eliq.job.JobException;
import eliq.job.JobJson;

/** What tells a run from others, from its record in the catalogue. */
final class RunFacts {
    private RunFacts() {}

    static PastRun of(PastRun.Kind kind, JobRecord job) {
        String title = "job " + job.id();
        String facts = "";
        try {
            String what = "the parameters of job " + job.id();
            switch (kind) {
                case EVALUATION -> {
                    title = JobJson.read(job.parameters(), EvaluateParameters.class, what).set();
                    int methods =
                            JobJson.read(
                                            job.result().orElse("{}"),
                                            EvaluatedSet.class,
                                            "the result of job " + job.id())
                                    .methods()
                                    .size();
                    facts = Amounts.count(methods, "method");
                }
                case ERAS -> {
                    ErasParameters eras =
                            JobJson.read(job.parameters(), ErasParameters.class, what);
                    title = Amounts.count(eras.judges().size(), "judge");
                    facts = Amounts.count(eras.sets().size() + eras.folders().size(), "source");
                }
                case ABLATION -> {
                    AblateParameters ablation =
                            JobJson.read(job.parameters(), AblateParameters.class, what);
                    title = "pairs of " + ablation.set();
                    facts = Amounts.count(ablation.seeds().size(), "seed");
                }
                case MONOTONICITY -> title = "degraded images, job " + job.id();
            }
        } catch (JobException e) {
            // Of an earlier version of the program: its number still tells it from others.
            facts = "of an earlier version";
        }
        return new PastRun(job.id(), kind, title, facts, job.updated());
    }
}
