package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.Reading;
import eliq.catalog.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Asks a backbone every check of a {@link ValidationSource} and counts. */
public final class Validation {
    private static final int MISTAKES = 24;

    private final ValidationSource source;
    private final int batchSize;

    /**
     * @param batchSize images a forward pass, at least 1
     */
    public Validation(ValidationSource source, int batchSize) {
        this.source = source;
        this.batchSize = batchSize;
    }

    /**
     * @return empty if cancelled on the way
     */
    public Optional<ValidationResult> of(Backbone backbone, BooleanSupplier cancelled)
            throws CriticException {
        return examine(backbone, cancelled).map(Examined::result);
    }

    /**
     * @param mistakes the worst first
     */
    record Examined(ValidationResult result, List<Mistake> mistakes) {}

    /**
     * As {@link #of}, with what was answered worst.
     *
     * @return empty if cancelled on the way
     */
    Optional<Examined> examine(Backbone backbone, BooleanSupplier cancelled)
            throws CriticException {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < source.size(); from += batchSize) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            answers.addAll(batch(backbone, from, Math.min(from + batchSize, source.size())));
        }
        return Optional.of(new Examined(count(answers), mistakes(answers)));
    }

    private List<Answer> batch(Backbone backbone, int from, int to) throws CriticException {
        List<ValidationSource.Item> items = new ArrayList<>();
        for (int i = from; i < to; i++) {
            items.add(source.item(i));
        }
        List<ImageQuestions> questions =
                items.stream()
                        .map(
                                item ->
                                        new ImageQuestions(
                                                item.image(),
                                                item.checks().stream()
                                                        .map(ValidationSource.Check::text)
                                                        .toList()))
                        .toList();
        List<List<Reading>> readings;
        try {
            readings = backbone.read(questions);
        } catch (BackboneException e) {
            throw new CriticException("validation failed: " + e.getMessage(), e);
        }
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<ValidationSource.Check> checks = items.get(i).checks();
            Optional<ImageSamples> samples = source.samples(from + i);
            for (int j = 0; j < checks.size(); j++) {
                int place = j;
                answers.add(
                        new Answer(
                                checks.get(j),
                                readings.get(i).get(j),
                                samples.map(s -> s.samples().get(place))));
            }
        }
        return answers;
    }

    private record Answer(
            ValidationSource.Check check, Reading reading, Optional<CriticSample> sample) {
        double high() {
            return reading.highOfPair();
        }

        double probability() {
            return check.expected().probability(reading);
        }

        boolean right() {
            return probability() > 0.5;
        }

        Mistake mistake(CriticSample of) {
            return new Mistake(
                    of.image().hex(),
                    of.aspect(),
                    of.prompt(),
                    of.label(),
                    probability(),
                    of.family(),
                    of.operation());
        }
    }

    private static List<Mistake> mistakes(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.right() && answer.sample.isPresent())
                .sorted(Comparator.comparingDouble(Answer::probability))
                .limit(MISTAKES)
                .map(answer -> answer.mistake(answer.sample.orElseThrow()))
                .toList();
    }

    private record PairOfAspect(Aspect aspect, String pair) {}

    private record Group(Aspect aspect, String family, String operation)
            implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byAspect = aspect.compareTo(other.aspect);
            int byFamily = byAspect != 0 ? byAspect : family.compareTo(other.family);
            return byFamily != 0 ? byFamily : operation.compareTo(other.operation);
        }
    }

    private static ValidationResult count(List<Answer> answers) {
        Map<PairOfAspect, Answer> positives = new LinkedHashMap<>();
        for (Answer a : answers) {
            if (a.check.expected() == Label.HIGH && !a.check.pair().isEmpty()) {
                positives.putIfAbsent(new PairOfAspect(a.check.aspect(), a.check.pair()), a);
            }
        }
        double loss = 0;
        Map<Group, int[]> counts = new TreeMap<>();
        for (Answer a : answers) {
            loss -= Math.log(Math.max(a.check.expected().probability(a.reading), 1e-12));
            Aspect aspect = a.check.aspect();
            boolean negative = a.check.expected() == Label.LOW;
            Answer positive = positives.get(new PairOfAspect(aspect, a.check.pair()));
            boolean paired = negative && positive != null;
            boolean ordered = paired && positive.high() > a.high();
            add(counts, new Group(aspect, "", ""), a.right(), paired, ordered);
            if (negative && !a.check.operation().isEmpty()) {
                Group group = new Group(aspect, a.check.family(), a.check.operation());
                add(counts, group, a.right(), paired, ordered);
            }
        }
        List<ValidationResult.Score> scores = new ArrayList<>();
        counts.forEach(
                (g, c) ->
                        scores.add(
                                new ValidationResult.Score(
                                        g.aspect, g.family, g.operation, c[0], c[1], c[2], c[3])));
        return new ValidationResult(answers.isEmpty() ? 0 : loss / answers.size(), scores);
    }

    private static void add(
            Map<Group, int[]> counts, Group group, boolean right, boolean paired, boolean ordered) {
        int[] c = counts.computeIfAbsent(group, g -> new int[4]);
        c[0]++;
        c[1] += right ? 1 : 0;
        c[2] += paired ? 1 : 0;
        c[3] += ordered ? 1 : 0;
    }
}
