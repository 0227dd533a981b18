package eliq.job;

/** Whoever wants to know how jobs go. Called on the job's thread: returns at once, and throws nothing. */
@FunctionalInterface
public interface JobListener {
    void on(JobEvent event);
}
