package eliq.app.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** What the Train view works with. Slow: not for the JavaFX thread, but for one thread at a time. */
public interface Trainings {

    Choices choices() throws TrainException;

    /** What a training would cost. */
    Estimate estimate(Training training) throws TrainException;

    /** Examples a second that a training like this would do, measured or guessed. */
    Rate rate(Training training) throws TrainException;

    /** How many numbers a model has. */
    long parameters(Path model) throws TrainException;

    /** What is computed on, looked at closely: slow. */
    Machine machine();

    /** Puts a training at the end of the queue; its job's number. */
    long start(Training training) throws TrainException;

    /** Asks a training to stop; it keeps where it is first. */
    void cancel(long job) throws TrainException;

    /** Puts a training that was stopped at the end of the queue, to be gone on with. */
    void resume(long job) throws TrainException;

    /** Makes a critic of where a training of one stopped, as a job of its own; the job's number. */
    long keep(long job, String name) throws TrainException;

    /** Newest first. */
    List<Run> runs(int limit) throws TrainException;

    /** What a run measured so far, from its folder. */
    RunCurves curves(Run run) throws TrainException;

    /** File of a picture, by the hash of its content; empty where the catalogue has it no more. */
    Optional<Path> picture(String hash) throws TrainException;

    /** The last lines of a run's log. */
    List<String> log(Run run, int lines) throws TrainException;

    /**
     * Tells of each job that was created, started or ended, on any thread.
     *
     * @return takes the listener away
     */
    Runnable listen(LongConsumer changed);
}
