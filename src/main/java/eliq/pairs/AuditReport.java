package eliq.pairs;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.catalog.Verdict;
import eliq.pairs.AuditPairs.Cell;
import eliq.pairs.AuditPairs.Finding;
import eliq.pairs.AuditPairs.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what an audit went over. */
final class AuditReport {
    private static final String PROMPT_ONLY = "no picture";

    private AuditReport() {}

    static Report of(TupleSet set, List<Tuple> tuples, List<Finding> findings)
            throws PairsException {
        List<Negative> negatives = tuples.stream().flatMap(t -> t.negatives().stream()).toList();
        List<String> categories =
                tuples.stream().flatMap(t -> t.prompt().categories().stream()).toList();
        return new Report(
                set.era(),
                tuples.size(),
                negatives.size(),
                count(categories, Function.identity()),
                count(tuples, Tuple::generator),
                count(negatives, n -> n.recipe().aspect().key()),
                count(negatives, n -> n.recipe().family().key()),
                count(negatives, n -> n.recipe().operation()),
                count(negatives, n -> n.verdict().key()),
                cells(tuples, findings),
                without(tuples),
                findings);
    }

    private static <T> Map<String, Long> count(Collection<T> things, Function<T, String> key) {
        Map<String, Long> counts = new TreeMap<>();
        things.forEach(thing -> counts.merge(key.apply(thing), 1L, Long::sum));
        return counts;
    }

    /** What negatives of a cell have in common. */
    private record Place(
            String generator, Family family, Aspect aspect, String kind, String artist) {}

    private static List<Cell> cells(List<Tuple> tuples, List<Finding> findings)
            throws PairsException {
        Set<Long> suspicious = findings.stream().map(Finding::negative).collect(Collectors.toSet());
        Map<Place, List<Negative>> places = new LinkedHashMap<>();
        for (Tuple tuple : tuples) {
            for (Negative negative : tuple.negatives()) {
                Place place =
                        new Place(
                                tuple.generator(),
                                negative.recipe().family(),
                                negative.recipe().aspect(),
                                Recipes.kind(negative.recipe()),
                                artist(negative));
                places.computeIfAbsent(place, p -> new ArrayList<>()).add(negative);
            }
        }
        List<Cell> cells = new ArrayList<>();
        places.forEach(
                (place, all) ->
                        cells.add(
                                new Cell(
                                        place.generator(),
                                        place.family().key(),
                                        place.aspect().key(),
                                        place.kind(),
                                        place.artist(),
                                        all.size(),
                                        verdicts(all, Verdict.ACCEPTED),
                                        verdicts(all, Verdict.REJECTED),
                                        all.stream()
                                                .filter(n -> suspicious.contains(n.id()))
                                                .count())));
        return cells;
    }

    private static long verdicts(List<Negative> negatives, Verdict verdict) {
        return negatives.stream().filter(n -> n.verdict() == verdict).count();
    }

    private static String artist(Negative negative) throws PairsException {
        return switch (Recipes.read(negative.recipe())) {
            case Making.Degraded degraded -> Recipes.LOCALLY;
            case Making.Drawn drawn -> drawn.generator();
            case Making.Edited edited -> edited.editor();
            case Making.WrongPrompt wrong -> PROMPT_ONLY;
        };
    }

    private static Map<String, Long> without(List<Tuple> tuples) {
        Set<String> all = new HashSet<>();
        tuples.forEach(tuple -> all.addAll(sorts(tuple)));
        Map<String, Long> without = new TreeMap<>();
        for (Tuple tuple : tuples) {
            Set<String> has = sorts(tuple);
            all.stream()
                    .filter(sort -> !has.contains(sort))
                    .forEach(sort -> without.merge(sort, 1L, Long::sum));
        }
        return without;
    }

    /** Family and aspect of every negative of a tuple. */
    private static Set<String> sorts(Tuple tuple) {
        return tuple.negatives().stream()
                .map(n -> n.recipe().family().key() + " " + n.recipe().aspect().key())
                .collect(Collectors.toSet());
    }
}
