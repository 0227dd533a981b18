package eliq.job;

import eliq.catalog.JobRecord;

/** Something happened to a job. */
public sealed interface JobEvent {

    /** Number of the job in the catalogue. */
    long id();

    /** It was created, started, or ended. */
    record StateChanged(JobRecord job) implements JobEvent {
        @Override
        public long id() {
            return job.id();
        }
    }

    /** It is further; at most ten times a second, and at the end of every stage. */
    record Advanced(long id, Progress progress) implements JobEvent {}

    /** It has something to say. */
    record Said(long id, String text) implements JobEvent {}

    /** It measured something. */
    record Measured(long id, String metric, long step, double value) implements JobEvent {}
}
