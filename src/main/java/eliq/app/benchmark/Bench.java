package eliq.app.benchmark;

import eliq.benchmark.BenchmarkException;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.EvaluatedSet;
import eliq.benchmark.Evaluation;
import eliq.benchmark.EvaluationFile;
import eliq.benchmark.ImageSelection;
import eliq.benchmark.ImportPreview;
import eliq.benchmark.ImportRatings;
import eliq.benchmark.ImportedRatings;
import eliq.benchmark.LeakCheck;
import eliq.benchmark.MonotonicityResult;
import eliq.benchmark.RatedSet;
import eliq.benchmark.RatedSetStore;
import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.ablation.AblationResult;
import eliq.benchmark.eras.ErasResult;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.hub.InstalledModel;
import eliq.hub.ModelKind;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.job.JobListener;
import eliq.metric.MetricException;
import eliq.metric.MetricFacts;
import eliq.metric.MetricSource;
import eliq.report.AblationDocument;
import eliq.report.Document;
import eliq.report.DocumentFiles;
import eliq.report.ErasDocument;
import eliq.report.EvaluationDocument;
import eliq.report.EvaluationParts;
import eliq.report.ReportException;
import eliq.report.ReportForm;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the Benchmark view asks of a workspace: its rated sets, its methods, and the jobs that the command line has too. Slow. */
public final class Bench {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Workbench workbench;

    public Bench(Workbench workbench) {
        this.workbench = workbench;
    }

    /** The rated sets there are. */
    List<SetSummary> sets() throws BenchException {
        try {
            RatedSetStore store = workbench.ratedSets();
            List<SetSummary> sets = new ArrayList<>();
            for (String name : store.names()) {
                sets.add(SetSummary.of(store.load(name)));
            }
            return sets;
        } catch (BenchmarkException e) {
            throw new BenchException(e);
        }
    }

    /** Scorers first, then metrics; those that lack something too. */
    List<Choice> choices() throws BenchException {
        List<Choice> choices = new ArrayList<>();
        for (InstalledModel model : workbench.installedModels().list()) {
            if (model.kind() == ModelKind.SCORER) {
                choices.add(
                        new Choice(
                                Choice.Kind.SCORER,
                                model.folder().toString(),
                                model.name(),
                                "scorer, "
                                        + model.origin().key()
                                        + "; visual quality and alignment",
                                model.problem()));
            }
        }
        try {
            for (MetricSource source : workbench.baselines().metrics().all()) {
                MetricFacts facts = source.facts();
                choices.add(
                        new Choice(
                                Choice.Kind.METRIC,
                                facts.name(),
                                facts.title(),
                                (facts.lowerIsBetter() ? "lower is better" : "higher is better")
                                        + (facts.needsPrompt() ? "; needs prompts" : ""),
                                source.missing()));
            }
        } catch (MetricException e) {
            throw new BenchException(e);
        }
        return choices;
    }

    /** What an import would take for what. */
    ImportPreview preview(ImportRatings wanted) {
        return ImportPreview.of(wanted);
    }

    /** Puts an import in the queue. */
    JobRecord start(ImportRatings wanted) throws BenchException {
        try {
            return workbench.jobs().submit(workbench.importRatings(), wanted);
        } catch (CatalogException e) {
            throw new BenchException(e);
        }
    }

    /** Puts an evaluation in the queue. */
    JobRecord start(EvaluateParameters wanted) throws BenchException {
        try {
            return workbench.jobs().submit(workbench.evaluate(), wanted);
        } catch (CatalogException e) {
            throw new BenchException(e);
        }
    }

    void cancel(long job) throws BenchException {
        try {
            workbench.jobs().cancel(job);
        } catch (JobException | CatalogException e) {
            throw new BenchException(e);
        }
    }

    /** Goes on with a job that was stopped or failed. */
    void goOn(long job) throws BenchException {
        try {
            workbench.jobs().requeue(job);
        } catch (JobException | CatalogException e) {
            throw new BenchException(e);
        }
    }

    /** Hears of all jobs of this process, on their threads; what is returned ends it. */
    Runnable listen(JobListener listener) {
        return workbench.jobs().listen(listener);
    }

    /** A folder of the workspace for the next evaluation of this set. */
    Path output(String set, Instant now) {
        return workbench
                .catalog()
                .folder()
                .resolve("evaluations")
                .resolve(set + "-" + STAMP.format(now));
    }

    /** Jobs of this kind that came to a result, the newest first. */
    List<PastRun> runs(PastRun.Kind kind) throws BenchException {
        try {
            List<PastRun> runs = new ArrayList<>();
            for (JobRecord job : workbench.catalog().jobs().inState(JobState.DONE)) {
                if (job.kind().equals(kind.job())) {
                    runs.addFirst(RunFacts.of(kind, job));
                }
            }
            return runs;
        } catch (CatalogException e) {
            throw new BenchException(e);
        }
    }

    private JobRecord job(long id) throws CatalogException, JobException {
        return workbench
                .catalog()
                .jobs()
                .find(id)
                .orElseThrow(() -> new JobException("Job " + id + " is not there any more."));
    }

    private <R extends Record> R result(long id, Class<R> type) throws BenchException {
        try {
            return workbench
                    .jobs()
                    .result(job(id), type)
                    .orElseThrow(() -> new JobException("Job " + id + " came to no result."));
        } catch (JobException | CatalogException e) {
            throw new BenchException(e);
        }
    }

    ImportedRatings imported(long job) throws BenchException {
        return result(job, ImportedRatings.class);
    }

    /** The evaluation that a run came to, from where it was written. */
    Evaluation evaluation(long job) throws BenchException {
        return evaluation(result(job, EvaluatedSet.class).file());
    }

    /** An evaluation from its file, or the folder that holds it. */
    Evaluation evaluation(Path place) throws BenchException {
        try {
            return EvaluationFile.read(place);
        } catch (BenchmarkException e) {
            throw new BenchException(e);
        }
    }

    /** What a run of another kind came to, as its report says it. */
    List<Document.Section> sections(PastRun run) throws BenchException {
        String origin = Workbench.SOFTWARE + ", " + LocalDate.now();
        return switch (run.kind()) {
            case ERAS -> ErasDocument.of(result(run.job(), ErasResult.class), origin).sections();
            case ABLATION -> ablation(run.job(), origin).sections();
            case MONOTONICITY ->
                    List.of(
                            new Document.Section(
                                    "monotonicity",
                                    "Score against strength",
                                    EvaluationParts.monotonicity(
                                            result(run.job(), MonotonicityResult.class).curves())));
            case EVALUATION -> EvaluationDocument.of(evaluation(run.job())).sections();
        };
    }

    private Document ablation(long id, String origin) throws BenchException {
        try {
            AblateParameters parameters =
                    JobJson.read(
                            job(id).parameters(),
                            AblateParameters.class,
                            "the parameters of job " + id);
            return AblationDocument.of(parameters, result(id, AblationResult.class), origin);
        } catch (JobException | CatalogException e) {
            throw new BenchException(e);
        }
    }

    /** Whether prompts of one list of images are in the other. */
    LeakCheck leaks(String set, Path training, Path test) throws BenchException {
        try {
            RatedSet rated = workbench.ratedSets().load(set).set();
            return LeakCheck.of(ImageSelection.of(rated, training), ImageSelection.of(rated, test));
        } catch (BenchmarkException e) {
            throw new BenchException(e);
        }
    }

    /** The same for the authors' splits: the largest is the training side; empty where there are not two. */
    Optional<LeakCheck> leaks(String set) throws BenchException {
        try {
            return AuthorsSplit.of(workbench.ratedSets().load(set).set().images());
        } catch (BenchmarkException e) {
            throw new BenchException(e);
        }
    }

    /** Writes the report of an evaluation. */
    List<Path> export(Evaluation evaluation, Set<ReportForm> forms, Path folder)
            throws BenchException {
        try {
            return DocumentFiles.write(EvaluationDocument.of(evaluation), forms, folder);
        } catch (ReportException e) {
            throw new BenchException(e);
        }
    }
}
