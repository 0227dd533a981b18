package eliq.cli;

import eliq.benchmark.Bootstrap;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.Mapping;
import picocli.CommandLine.Option;

/** How agreement is counted. */
final class StatisticsOptions {
    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "Bootstrap draws of prompts for intervals; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int draws;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the draws. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--curve",
            paramLabel = "4|5",
            defaultValue = "4",
            description =
                    "Parameters of the logistic curve for PLCC and RMSE after mapping. Default: ${DEFAULT-VALUE}.")
    private int curve;

    void check() throws UsageException {
        if (curve != 4 && curve != 5) {
            throw new UsageException("--curve: 4 or 5, not " + curve);
        }
        if (draws < 0 || draws > 1_000_000) {
            throw new UsageException("--draws: 0 to 1,000,000, not " + draws);
        }
    }

    EvaluateParameters.Statistics statistics() {
        return new EvaluateParameters.Statistics(
                curve == 5 ? Mapping.Kind.LOGISTIC5 : Mapping.Kind.LOGISTIC4,
                new Bootstrap(draws, seed));
    }
}
