package eliq.report;

import eliq.catalog.Aspect;
import eliq.report.DemoReport.GateWeights;
import eliq.report.DemoReport.PairResult;
import eliq.report.DemoReport.ScoreDistribution;
import eliq.report.DemoReport.StrengthCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the trained scorer reached on held-out prompts. */
final class ResultPart {

    private ResultPart() {}

    static void write(Html html, DemoReport report) {
        html.begin("section", "id", "results").element("h2", "Results on held-out prompts");
        if (!report.accuracies().isEmpty()) {
            accuracies(html, report.accuracies());
        }
        if (!report.strength().curves().isEmpty()) {
            strength(html, report);
        }
        if (!report.distributions().isEmpty()) {
            distributions(html, report.distributions());
        }
        if (!report.gates().isEmpty()) {
            gates(html, report.gates());
        }
        html.end();
    }

    /** The colour of an aspect in every figure: 0, 1, 2; 5 where there is none. */
    static int colour(Optional<Aspect> aspect) {
        return aspect.map(Aspect::ordinal).orElse(5);
    }

    private static void accuracies(Html html, List<PairResult> results) {
        html.element("h3", "Pair accuracy");
        html.element(
                "p",
                "Of two pictures (or two prompts) of which one is known to be worse, how often does the better one get the higher score? Guessing reaches 0.5.");
        List<BarChart.Bar> bars = new ArrayList<>();
        for (PairResult r : results) {
            bars.add(
                    new BarChart.Bar(
                            r.name(),
                            r.value(),
                            colour(r.aspect()),
                            Optional.of(new double[] {r.lower(), r.upper()}),
                            r.target()));
        }
        html.figure(
                new BarChart(
                        "Pair accuracy",
                        "share of pairs in the right order",
                        bars,
                        Optional.of(new double[] {0, 1}),
                        3),
                "Whiskers: 95% interval. Dashed: what the run should reach.");
        HtmlTable table =
                HtmlTable.begin(
                        html,
                        List.of(
                                "Pairs",
                                "#Accuracy",
                                "#95% from",
                                "#to",
                                "#Pairs",
                                "What it says"));
        for (PairResult r : results) {
            table.row()
                    .text(r.name())
                    .number(r.value(), 3)
                    .number(r.lower(), 3)
                    .number(r.upper(), 3)
                    .number(r.pairs(), 0)
                    .muted(r.meaning())
                    .endRow();
        }
        table.end();
    }

    private static void strength(Html html, DemoReport report) {
        html.element("h3", "Score against degradation strength");
        String mean =
                report.strength()
                        .meanSrcc()
                        .map(
                                s ->
                                        " Mean rank correlation over images: "
                                                + Numbers.fixed(s, 3)
                                                + ".")
                        .orElse("");
        html.element(
                "p",
                "Each held-out picture is degraded more and more; its score should fall step by step (1 = always, 0 = no relation)."
                        + mean);
        html.begin("div", "class", "pair");
        Map<Aspect, List<StrengthCurve>> byAspect = new LinkedHashMap<>();
        for (StrengthCurve curve : report.strength().curves()) {
            byAspect.computeIfAbsent(curve.aspect(), a -> new ArrayList<>()).add(curve);
        }
        byAspect.forEach(
                (aspect, curves) -> {
                    List<LineChart.Series> series = new ArrayList<>();
                    StringBuilder caption =
                            new StringBuilder("Mean and spread over images; rank correlation");
                    for (StrengthCurve c : curves) {
                        series.add(
                                new LineChart.Series(
                                        c.operation(), c.strengths(), c.mean(), c.spread()));
                        caption.append(series.size() == 1 ? ": " : ", ").append(c.operation());
                        caption.append(' ').append(Numbers.fixed(c.srcc(), 3));
                    }
                    html.figure(
                            new LineChart(
                                    "Visual score by strength, " + aspect.key(),
                                    "strength (0 = untouched)",
                                    "visual score",
                                    series,
                                    Optional.empty()),
                            caption.append('.').toString());
                });
        html.end();
    }

    private static void distributions(Html html, List<ScoreDistribution> distributions) {
        html.element("h3", "Distribution of scores");
        html.element(
                "p",
                "The less the groups overlap, the surer a single score tells them apart. The scale has no fixed ends; only the order counts.");
        html.begin("div", "class", "pair");
        for (ScoreDistribution d : distributions) {
            html.figure(
                    new Histogram(d.title(), "score", d.groups(), 24),
                    "Each group's bars add up to 1.");
        }
        html.end();
    }

    private static void gates(Html html, List<GateWeights> weights) {
        html.element("h3", "Gate balance");
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (GateWeights w : weights) {
            double[] sum = sums.computeIfAbsent(w.group(), g -> new double[3]);
            sum[0] += w.technical();
            sum[1] += w.aesthetic();
            sum[2]++;
        }
        List<BalanceChart.Row> rows = new ArrayList<>();
        sums.forEach((g, s) -> rows.add(new BalanceChart.Row(g, s[0] / s[2], s[1] / s[2])));
        html.figure(
                new BalanceChart("Mean gate weights", "technical", "aesthetic", rows),
                "How much of each branch the visual score lets through, from 0 (closed) to 1 (open), averaged over features and images.");
    }
}
