package eliq.job;

import eliq.catalog.Catalog;
import java.nio.file.Path;
import java.util.List;

/**
 * A process of its own that runs a counting job until somebody ends it: {@code FOLDER STEPS}. Prints each step before it
 * does it, then waits for a line on its standard input at the step that is named third.
 */
final class SlowChild {
    private SlowChild() {}

    public static void main(String[] arguments) throws Exception {
        int stop = Integer.parseInt(arguments[2]);
        CountingJob job =
                new CountingJob(
                        step -> {
                            System.out.println(step);
                            if (step == stop) {
                                System.in.read();
                            }
                        });
        try (Catalog catalog = Catalog.open(Path.of(arguments[0]));
                JobRunner runner = new JobRunner(catalog, List.of(job), "child", Runnable::run)) {
            runner.run(job, new CountingJob.Parameters(Integer.parseInt(arguments[1]), 0));
        }
    }
}
