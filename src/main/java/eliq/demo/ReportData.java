package eliq.demo;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.prompts.Category;
import eliq.report.DemoReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was trained and tested on, counted. */
final class ReportData {
    private final Catalog catalog;
    private final PositivePlan plan;
    private final DemoParameters parameters;
    private final Evaluation evaluation;

    ReportData(
            Catalog catalog, PositivePlan plan, DemoParameters parameters, Evaluation evaluation) {
        this.catalog = catalog;
        this.plan = plan;
        this.parameters = parameters;
        this.evaluation = evaluation;
    }

    DemoReport.DataFacts facts(Map<String, Long> counts) throws CatalogException {
        List<Tuple> tuples = new ArrayList<>();
        Optional<TupleSet> set = catalog.tuples().findSet(plan.pairs().set());
        if (set.isPresent()) {
            tuples.addAll(catalog.tuples().all(set.get().id()));
        }
        Map<String, Long> named = new LinkedHashMap<>();
        named.put("tuples for training", counts.getOrDefault("trainingTuples", 0L));
        named.put("images for training", counts.getOrDefault("trainingImages", 0L));
        named.put("held-out tuples", (long) evaluation.tuples().size());
        named.put("held-out pairs", counts.getOrDefault("heldOutPairs", 0L));
        named.put("images left out", (long) plan.notes().size());
        return new DemoReport.DataFacts(origin(), named, categories(tuples), operations(tuples));
    }

    private String origin() {
        return parameters
                .own()
                .map(
                        own ->
                                "Positives are the images of "
                                        + own.folder()
                                        + " with their own prompts; negatives were made from them.")
                .orElse(
                        "Positives were painted by the built-in painter for prompts of all seven"
                                + " categories, with prompts and seeds that no training of the backbone"
                                + " has seen.");
    }

    private List<DemoReport.CategoryCount> categories(List<Tuple> tuples) {
        List<DemoReport.CategoryCount> counts = new ArrayList<>();
        for (Category category : Category.values()) {
            Set<String> training = new LinkedHashSet<>();
            Set<String> heldOut = new LinkedHashSet<>();
            for (Tuple tuple : tuples) {
                if (tuple.prompt().categories().contains(category.title())) {
                    String text = tuple.prompt().text();
                    (plan.split().holdsOut(text) ? heldOut : training).add(text);
                }
            }
            if (!training.isEmpty() || !heldOut.isEmpty()) {
                counts.add(
                        new DemoReport.CategoryCount(
                                category.title(), training.size(), heldOut.size()));
            }
        }
        return counts;
    }

    private record Kind(Aspect aspect, Family family, String operation) {}

    private static List<DemoReport.OperationCount> operations(List<Tuple> tuples) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (Tuple tuple : tuples) {
            for (Negative negative : tuple.negatives()) {
                counts.merge(
                        new Kind(
                                negative.recipe().aspect(),
                                negative.recipe().family(),
                                negative.recipe().operation()),
                        1,
                        Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(
                        e ->
                                new DemoReport.OperationCount(
                                        e.getKey().aspect(),
                                        e.getKey().family(),
                                        e.getKey().operation(),
                                        e.getValue()))
                .toList();
    }
}
