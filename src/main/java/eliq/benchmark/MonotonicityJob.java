package eliq.benchmark;

import eliq.critic.BackboneLoader;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.metric.Metrics;
import eliq.pairs.degrade.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Degrades images by every conventional degradation and sees whether scores follow the strength. */
public final class MonotonicityJob implements Job<MonotonicityParameters, MonotonicityResult> {
    private final Judges judges;

    public MonotonicityJob(BackboneLoader backbones, Metrics metrics) {
        this.judges = new Judges(backbones, metrics);
    }

    @Override
    public String kind() {
        return "monotonicity";
    }

    @Override
    public Class<MonotonicityParameters> parametersType() {
        return MonotonicityParameters.class;
    }

    @Override
    public Class<MonotonicityResult> resultType() {
        return MonotonicityResult.class;
    }

    @Override
    public MonotonicityResult run(MonotonicityParameters parameters, JobContext context)
            throws Exception {
        List<Operation> operations = new ArrayList<>();
        for (String key : parameters.operations()) {
            operations.add(
                    Operation.ofKey(key)
                            .orElseThrow(
                                    () ->
                                            new BenchmarkException(
                                                    "There is no degradation '" + key + "'")));
        }
        DegradationTest test =
                new DegradationTest(operations, parameters.steps(), parameters.seed());
        List<DegradationTest.Subject> subjects =
                parameters.images().stream()
                        .map(
                                file ->
                                        new DegradationTest.Subject(
                                                file.toString(), file, Optional.empty()))
                        .toList();
        List<StrengthCurve> curves = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        try (JsonRows<DegradationTest.Row> journal =
                JsonRows.open(
                        context.directory().resolve("degraded.jsonl"), DegradationTest.Row.class)) {
            if (parameters.scorer().isPresent()) {
                try (Judge judge = judges.scorer(parameters.scorer().get(), parameters.critic())) {
                    test.run(judge, subjects, journal, context);
                    curves.addAll(test.curves(judge.method(), journal.rows()));
                }
            }
            for (String metric : parameters.metrics()) {
                try (Judge judge = judges.metric(metric)) {
                    test.run(judge, subjects, journal, context);
                    curves.addAll(test.curves(judge.method(), journal.rows()));
                }
            }
            for (DegradationTest.Row row : journal.rows()) {
                row.reason()
                        .ifPresent(
                                reason ->
                                        skipped.add(
                                                row.image()
                                                        + ", "
                                                        + row.operation()
                                                        + ", "
                                                        + row.method()
                                                        + ": "
                                                        + reason));
            }
        }
        return new MonotonicityResult(curves, skipped);
    }
}
