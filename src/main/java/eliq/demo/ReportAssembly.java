package eliq.demo;

import eliq.benchmark.Proportion;
import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.critic.TrainCriticResult;
import eliq.pairs.Pictures;
import eliq.report.DemoReport;
import eliq.report.DemoReportDocument;
import eliq.scorer.Scorer;
import eliq.scorer.ScorerCard;
import eliq.scorer.ScorerException;
import eliq.scorer.TrainScorerResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together what the report says. */
final class ReportAssembly {
    private static final Map<String, Double> TARGETS =
            Map.of("technical", 0.95, "aesthetic", 0.9, "alignment", 0.9);
    private static final double STRENGTH_TARGET = 0.8;

    private final Catalog catalog;
    private final Pictures pictures;
    private final DemoParameters parameters;
    private final PositivePlan plan;
    private final TrainCriticResult critic;
    private final TrainScorerResult scorer;
    private final Evaluation evaluation;

    ReportAssembly(
            Catalog catalog,
            Pictures pictures,
            DemoParameters parameters,
            PositivePlan plan,
            TrainCriticResult critic,
            TrainScorerResult scorer,
            Evaluation evaluation) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.parameters = parameters;
        this.plan = plan;
        this.critic = critic;
        this.scorer = scorer;
        this.evaluation = evaluation;
    }

    /**
     * @param run whose metrics hold the training curves
     */
    DemoReport report(Map<String, Double> seconds, Map<String, Long> counts, long run)
            throws Exception {
        ReportPictures shown = new ReportPictures(pictures, evaluation);
        ReportCurves curves = new ReportCurves(catalog, run);
        Map<String, Double> phases = new LinkedHashMap<>(seconds);
        phases.remove("total");
        return new DemoReport(
                parameters.own().isPresent()
                        ? "The method on your images"
                        : "The method on painted scenes",
                summary(seconds),
                facts(),
                models(),
                new ReportData(catalog, plan, parameters, evaluation).facts(counts),
                shown.samples(),
                List.of(curves.critic(), curves.scorer()),
                accuracies(),
                ReportStrengths.of(evaluation, target(STRENGTH_TARGET)),
                ReportStrengths.distributions(evaluation),
                ReportStrengths.gates(evaluation),
                shown.scored(),
                shown.mistakes(),
                phases);
    }

    /** Goals are stated for painted scenes; what the user's own images allow is not known beforehand. */
    private Optional<Double> target(double value) {
        return parameters.own().isPresent() ? Optional.empty() : Optional.of(value);
    }

    private String summary(Map<String, Double> seconds) {
        Map<String, Double> figures = evaluation.figures();
        StringBuilder text = new StringBuilder("On prompts that no training saw, ");
        List<String> parts = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (figures.containsKey(aspect.key())) {
                parts.add(
                        String.format(
                                Locale.ROOT,
                                "%.1f %% of %s pairs",
                                100 * figures.get(aspect.key()),
                                aspect.key()));
            }
        }
        text.append(String.join(", ", parts)).append(" are in the right order. ");
        if (figures.containsKey("strengthSrcc")) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "As an image is degraded, its visual score falls with a rank"
                                    + " correlation of %.2f. ",
                            figures.get("strengthSrcc")));
        }
        return text.append(
                        String.format(
                                Locale.ROOT,
                                "It took %.0f seconds, without a single human rating.",
                                seconds.get("total")))
                .toString();
    }

    private DemoReport.RunFacts facts() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("backbone", parameters.backbone().toString());
        settings.put("adapter", parameters.adapter().toString());
        settings.put("critic training", parameters.critic().toString());
        settings.put("scorer network", parameters.network().toString());
        settings.put("scorer training", parameters.scorer().toString());
        settings.put("held-out share of prompts", Double.toString(parameters.heldOutShare()));
        settings.put("degradation strengths", Integer.toString(parameters.strengths()));
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("Java", Runtime.version().toString());
        String command =
                parameters
                        .own()
                        .map(
                                own ->
                                        "eliq demo --images "
                                                + own.folder()
                                                + own.prompts()
                                                        .map(p -> " --prompts " + p)
                                                        .orElse(""))
                        .orElse("eliq demo");
        return new DemoReport.RunFacts(
                "0.1.0",
                command,
                Instant.now(),
                settings,
                Map.of("all", parameters.seed()),
                machine);
    }

    private List<DemoReport.ModelFacts> models() throws ScorerException {
        try (Scorer opened = Scorer.open(scorer.scorer())) {
            ScorerCard card = opened.card();
            return List.of(
                    new DemoReport.ModelFacts(
                            "Backbone and adapter",
                            card.backbone().name(),
                            card.backbone().weights(),
                            critic.steps()
                                    + " steps of stage 1 on "
                                    + critic.trainingImages()
                                    + " images with "
                                    + critic.trainingSamples()
                                    + " questions."),
                    new DemoReport.ModelFacts(
                            "Scorer",
                            card.name(),
                            scorer.identity(),
                            "Trained on "
                                    + scorer.tuples()
                                    + " tuples; the weights are those of epoch "
                                    + scorer.bestEpoch()
                                    + "."));
        }
    }

    private List<DemoReport.PairResult> accuracies() {
        List<DemoReport.PairResult> results = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            evaluation
                    .pairs()
                    .of(aspect)
                    .ifPresent(
                            p ->
                                    results.add(
                                            result(
                                                    aspect.key(),
                                                    aspect,
                                                    p,
                                                    target(TARGETS.get(aspect.key())),
                                                    meaning(aspect))));
        }
        for (Aspect aspect : Aspect.values()) {
            for (Family family : Family.values()) {
                evaluation
                        .pairs()
                        .of(aspect, family)
                        .ifPresent(
                                p ->
                                        results.add(
                                                result(
                                                        aspect.key() + ", " + family.key(),
                                                        aspect,
                                                        p,
                                                        Optional.empty(),
                                                        "")));
            }
        }
        return results;
    }

    private static DemoReport.PairResult result(
            String name, Aspect aspect, Proportion pairs, Optional<Double> target, String meaning) {
        return new DemoReport.PairResult(
                name,
                Optional.of(aspect),
                pairs.value(),
                pairs.lower(),
                pairs.upper(),
                pairs.total(),
                target,
                meaning);
    }

    private static String meaning(Aspect aspect) {
        return switch (aspect) {
            case TECHNICAL ->
                    "The image scores above a blurred, noisy or compressed version of it.";
            case AESTHETIC ->
                    "The image scores above a version with worse composition, colour or style.";
            case ALIGNMENT -> "The image scores higher under its own prompt than under another.";
        };
    }

    /** Lays it out as a document. */
    void write(Path file, Map<String, Double> seconds, Map<String, Long> counts, long run)
            throws Exception {
        DemoReportDocument.write(report(seconds, counts, run), file);
    }
}
