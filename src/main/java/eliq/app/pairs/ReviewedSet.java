package eliq.app.pairs;

import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.pairs.AuditPairs.Finding;
import eliq.scorer.PairOpinion;
import eliq.scorer.PairPicture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tuples of a set with what audit, critic and people say of them. Used on one thread. */
final class ReviewedSet {
    private final List<Tuple> tuples;
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, List<Finding>> findings = new HashMap<>();
    private final Map<PairPicture, Score> scores = new HashMap<>();
    private final Set<Long> reviewed = new HashSet<>();
    private final Set<Long> incomplete = new HashSet<>();
    private final boolean audited;

    ReviewedSet(List<Tuple> tuples, Optional<List<Finding>> found) {
        this.tuples = new ArrayList<>(tuples);
        for (int i = 0; i < tuples.size(); i++) {
            Tuple tuple = tuples.get(i);
            places.put(tuple.id(), i);
            incomplete.add(tuple.id());
            count(tuple);
        }
        audited = found.isPresent();
        found.ifPresent(
                all ->
                        all.forEach(
                                each ->
                                        findings.computeIfAbsent(
                                                        each.tuple(), _ -> new ArrayList<>())
                                                .add(each)));
    }

    List<Tuple> tuples() {
        return tuples;
    }

    Optional<Tuple> tuple(long id) {
        return Optional.ofNullable(places.get(id)).map(tuples::get);
    }

    /** Puts a tuple in place of the one of its id. */
    void replace(Tuple tuple) {
        tuples.set(places.get(tuple.id()), tuple);
        count(tuple);
    }

    private void count(Tuple tuple) {
        if (tuple.reviewed()) {
            reviewed.add(tuple.id());
        } else {
            reviewed.remove(tuple.id());
        }
    }

    /** Whether an audit was made. */
    boolean audited() {
        return audited;
    }

    /** What the audit found of a tuple. */
    List<Finding> findings(Tuple tuple) {
        return findings.getOrDefault(tuple.id(), List.of());
    }

    /** Takes what was said of any pictures. */
    void judged(Map<PairPicture, Score> more) {
        scores.putAll(more);
        tuples.stream().filter(this::whole).forEach(tuple -> incomplete.remove(tuple.id()));
    }

    /** Takes what was said of a tuple's pictures. */
    void judged(Tuple tuple, Map<PairPicture, Score> more) {
        scores.putAll(more);
        if (whole(tuple)) {
            incomplete.remove(tuple.id());
        }
    }

    /** Drops all that was said of pictures. */
    void unjudge() {
        scores.clear();
        incomplete.addAll(places.keySet());
    }

    Map<PairPicture, Score> scores() {
        return scores;
    }

    long reviewed() {
        return reviewed.size();
    }

    /** Categories of its prompts, in alphabetical order. */
    SortedSet<String> categories() {
        SortedSet<String> categories = new TreeSet<>();
        tuples.forEach(tuple -> categories.addAll(tuple.prompt().categories()));
        return categories;
    }

    /** What critic and audit say of a tuple, in short. */
    Standing standing(Tuple tuple) {
        return new Standing(
                tuple.id(), wrong(tuple), smallestMargin(tuple), findings(tuple).size());
    }

    /** The critic's smallest margin among the negatives that nobody rejected; absent while none is judged. */
    OptionalDouble smallestMargin(Tuple tuple) {
        return opinions(tuple)
                .map(PairOpinion::criticMargin)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
    }

    /** How many negatives that nobody rejected the critic puts before their positive. */
    long wrong(Tuple tuple) {
        return opinions(tuple).filter(PairOpinion::criticWrong).count();
    }

    /** Whether all pictures are judged. */
    boolean complete(Tuple tuple) {
        return !incomplete.contains(tuple.id());
    }

    private boolean whole(Tuple tuple) {
        return scores.keySet().containsAll(PairPicture.all(tuple));
    }

    /** How many tuples have a picture that is not judged. */
    long incomplete() {
        return incomplete.size();
    }

    /** Whether a person rejected it or a part of it. */
    static boolean rejected(Tuple tuple) {
        return tuple.verdict() == Verdict.REJECTED
                || tuple.negatives().stream().anyMatch(n -> n.verdict() == Verdict.REJECTED);
    }

    private Stream<PairOpinion> opinions(Tuple tuple) {
        return tuple.negatives().stream()
                .filter(negative -> negative.verdict() != Verdict.REJECTED)
                .flatMap(negative -> PairOpinion.of(tuple, negative, scores).stream());
    }
}
