package eliq.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Adds up 1..n, keeping the sum after every step: a small model of a training that is resumed exactly. */
final class CountingJob implements Job<CountingJob.Parameters, CountingJob.Result> {

    /**
     * @param steps n
     */
    record Parameters(int steps, long seed) {}

    /**
     * @param sum 1 + .. + n
     * @param stepsOfThisAttempt steps that were not taken over from an earlier one
     */
    record Result(long sum, int stepsOfThisAttempt) {}

    /** What happens at a step. */
    interface Step {
        void at(int step) throws Exception;
    }

    private final Step step;

    CountingJob(Step step) {
        this.step = step;
    }

    @Override
    public String kind() {
        return "count";
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
        Path file = context.directory().resolve("state");
        int done = 0;
        long sum = 0;
        if (context.resumed() && Files.exists(file)) {
            String[] state = Files.readString(file).split(" ");
            done = Integer.parseInt(state[0]);
            sum = Long.parseLong(state[1]);
        }
        int before = done;
        while (done < parameters.steps()) {
            context.checkCancelled();
            step.at(done + 1);
            done++;
            sum += done;
            save(file, done + " " + sum);
            context.record(done, Map.of("sum", (double) sum));
            context.progress("Counting", done, parameters.steps());
        }
        context.message("counted to " + done);
        return new Result(sum, done - before);
    }

    private static void save(Path file, String state) throws IOException {
        Path aside = file.resolveSibling("state.part");
        Files.writeString(aside, state);
        Files.move(
                aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
