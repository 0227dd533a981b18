package eliq.app.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.facts.Fact;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.Catalog;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real catalogue and runner, everything on one thread. */
class JobsViewModelTest {

    record Parameters(int steps, boolean fails) {}

    record Result(int counted) {}

    /** Counts; may fail; tells the view model's status line while it runs. */
    private final class Counting implements Job<Parameters, Result> {
        @Override
        public String kind() {
            return "count-things";
        }

        @Override
        public Class<Parameters> parametersType() {
            return Parameters.class;
        }

        @Override
        public Class<Result> resultType() {
            return Result.class;
        }

        @Override
        public Result run(Parameters parameters, JobContext context) throws Exception {
            for (int i = 1; i <= parameters.steps(); i++) {
                context.progress("counting", i, parameters.steps());
                seen = status.jobsProperty().get();
                context.checkCancelled();
            }
            context.message("counted to " + parameters.steps());
            if (parameters.fails()) {
                throw new IllegalStateException("no more fingers");
            }
            return new Result(parameters.steps());
        }
    }

    @TempDir Path folder;
    private final StatusViewModel status = new StatusViewModel();
    private final Counting counting = new Counting();
    private Optional<StatusViewModel.Jobs> seen = Optional.empty();
    private Catalog catalog;
    private JobRunner runner;
    private JobsViewModel model;

    @BeforeEach
    void open() throws Exception {
        catalog = Catalog.open(folder);
        runner = new JobRunner(catalog, List.of(counting), "test", Runnable::run);
        model =
                new JobsViewModel(
                        new WorkbenchJobs(catalog, runner), Runnable::run, Runnable::run, status);
    }

    @AfterEach
    void close() throws Exception {
        runner.close();
        catalog.close();
    }

    private JobRecord left(JobState state) throws Exception {
        return catalog.jobs().create("count-things", "{\"steps\":3,\"fails\":false}", state);
    }

    @Test
    void anEmptyWorkspaceSaysSo() {
        model.begin();
        assertInstanceOf(JobsViewModel.State.Empty.class, model.stateProperty().get());
        assertEquals(Optional.empty(), status.jobsProperty().get());
    }

    @Test
    void whyNothingCanBeReadIsSaidOnceInThePlaceOfTheList() throws Exception {
        catalog.close();
        model.begin();

        assertTrue(
                model.stateProperty().get() instanceof JobsViewModel.State.Failed(String reason)
                        && reason.contains("is closed"),
                model.stateProperty().get().toString());
        assertEquals("", model.noticeProperty().get());
    }

    @Test
    void whyAJobCannotBeReadIsSaidWithoutThePathOfTheCatalogue() throws Exception {
        long id = left(JobState.CANCELLED).id();
        catalog.close();
        model.select(id);
        String notice = model.noticeProperty().get();
        assertTrue(notice.contains("is closed"), notice);
        assertFalse(notice.contains(folder.toString()), notice);
    }

    @Test
    void whileAJobRunsTheStatusLineSaysHowFarItIs() throws Exception {
        runner.submit(counting, new Parameters(4, false));

        assertEquals("1 job: count things 100 %", seen.orElseThrow().text());
        assertEquals(Optional.empty(), status.jobsProperty().get());
        assertEquals("done", model.rows().getFirst().state());
    }

    @Test
    void whatIsDoneSaysWhatItDidAndHowLongItTookAndNoLongerWhatItDoes() throws Exception {
        runner.submit(counting, new Parameters(4, false));

        JobRow row = model.rows().getFirst();
        assertTrue(row.standing().startsWith("4 of 4, took "), row.standing());
        assertEquals("4 of 4", row.summary());
        assertTrue(row.worked().orElseThrow().toSeconds() < 60, row.took());
    }

    @Test
    void aTimeThatNobodyWroteDownIsNotSaid() throws Exception {
        JobRecord job = left(JobState.QUEUED);
        catalog.jobs().progress(job.id(), "counting", 3, 3, "");
        catalog.jobs().release(job.id(), JobState.DONE, Optional.of("{}"), Optional.empty());
        model.refresh();

        assertEquals("3 of 3", model.rows().getFirst().standing());
        assertEquals("", model.rows().getFirst().took());
    }

    @Test
    void howManyJobsThereAreIsAbsentBeforeItIsReadAndAfterItCannotBe() throws Exception {
        assertEquals(Optional.empty(), model.countsProperty().get());
        left(JobState.INTERRUPTED);
        model.refresh();
        assertEquals(Optional.of(Map.of(JobState.INTERRUPTED, 1L)), model.countsProperty().get());

        catalog.close();
        model.refresh();
        assertEquals(Optional.empty(), model.countsProperty().get());
    }

    @Test
    void whatWasInterruptedIsOfferedAndRunsOnlyWhenItIsTakenUp() throws Exception {
        long id = left(JobState.INTERRUPTED).id();
        model.begin();

        assertEquals(List.of(id), model.offered().stream().map(JobRow::id).toList());
        assertEquals(JobState.INTERRUPTED, catalog.jobs().find(id).orElseThrow().state());

        model.resume(id);
        assertTrue(model.offered().isEmpty());
        assertEquals(JobState.DONE, catalog.jobs().find(id).orElseThrow().state());
    }

    @Test
    void whatWasStillWaitingIsOfferedAndNotStartedEither() throws Exception {
        long id = left(JobState.QUEUED).id();
        model.begin();

        assertEquals(JobState.QUEUED, catalog.jobs().find(id).orElseThrow().state());
        model.resume(id);
        assertEquals(JobState.DONE, catalog.jobs().find(id).orElseThrow().state());
    }

    @Test
    void whatIsLeftStaysInTheList() throws Exception {
        left(JobState.INTERRUPTED);
        model.begin();
        model.leave();

        assertTrue(model.offered().isEmpty());
        assertEquals("interrupted", model.rows().getFirst().state());
    }

    @Test
    void aFailureIsOneSentenceAndItsDetailsCanBeCopiedWithoutAStackTrace() throws Exception {
        JobRecord job = runner.submit(counting, new Parameters(2, true));
        model.select(job.id());

        JobDetails details = model.detailsProperty().get().orElseThrow();
        assertTrue(details.row().standing().contains("no more fingers"));
        String text = details.text();
        assertTrue(text.contains("steps = 2"), text);
        assertTrue(text.contains("counted to 2"), text);
        assertTrue(text.contains(details.folder().toString()), text);
        assertFalse(text.contains("\tat "), text);
    }

    @Test
    void aJobIsRepeatedAsANewOneWithTheSameParameters() throws Exception {
        JobRecord first = runner.submit(counting, new Parameters(5, false));
        model.select(first.id());
        model.repeat();

        JobDetails repeated = model.detailsProperty().get().orElseThrow();
        assertTrue(repeated.row().id() > first.id());
        assertEquals(
                List.of(new Fact("steps", "5"), new Fact("fails", "false")), repeated.parameters());
        assertEquals(List.of(new Fact("counted", "5")), repeated.result());
    }

    @Test
    void thousandsOfOldJobsAreReadPageByPage() throws Exception {
        catalog.transaction(
                () -> {
                    for (int i = 0; i < 1000; i++) {
                        catalog.jobs().create("count-things", "{}", JobState.CANCELLED);
                    }
                    return 0;
                });
        model.refresh();

        assertEquals(JobsViewModel.PAGE, model.rows().size());
        assertEquals(1000, model.rows().getFirst().id());
        assertEquals(1000L, model.countsProperty().get().orElseThrow().get(JobState.CANCELLED));
        model.older();
        assertEquals(2 * JobsViewModel.PAGE, model.rows().size());
    }

    @Test
    void aFilterThatMeetsNoneSaysSo() throws Exception {
        left(JobState.CANCELLED);
        model.filterProperty().set(JobFilter.FAILED);
        assertEquals(
                new JobsViewModel.State.NoMatch(JobFilter.FAILED), model.stateProperty().get());

        model.filterProperty().set(JobFilter.CANCELLED);
        assertInstanceOf(JobsViewModel.State.Showing.class, model.stateProperty().get());
    }
}
