package eliq.workbench;

import eliq.job.Job;
import eliq.job.JobContext;
import eliq.report.Document;
import eliq.report.DocumentFiles;
import eliq.report.ReportException;
import eliq.report.ReportForm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;

/**
 * A job with a report in every form beside its result: there however the job came to its end, begun from either face or
 * gone on with after a stop.
 */
final class ReportedJob<P extends Record, R extends Record> implements Job<P, R> {
    private final Job<P, R> job;
    private final Layout<P, R> layout;

    ReportedJob(Job<P, R> job, Layout<P, R> layout) {
        this.job = job;
        this.layout = layout;
    }

    /** What the report says and where it goes. */
    interface Layout<P, R> {

        /**
         * @param origin program and date
         */
        Document document(P parameters, R result, String origin);

        Path folder(R result);
    }

    @Override
    public String kind() {
        return job.kind();
    }

    @Override
    public Class<P> parametersType() {
        return job.parametersType();
    }

    @Override
    public Class<R> resultType() {
        return job.resultType();
    }

    @Override
    public boolean exclusive() {
        return job.exclusive();
    }

    @Override
    public R run(P parameters, JobContext context) throws Exception {
        R result = job.run(parameters, context);
        write(parameters, result);
        return result;
    }

    private void write(P parameters, R result) throws ReportException {
        String origin = Workbench.SOFTWARE + ", " + LocalDate.now();
        DocumentFiles.write(
                layout.document(parameters, result, origin),
                EnumSet.allOf(ReportForm.class),
                layout.folder(result));
    }
}
