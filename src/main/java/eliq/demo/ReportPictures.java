package eliq.demo;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.NegativeContent;
import eliq.catalog.Recipe;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import eliq.pairs.PairsException;
import eliq.pairs.Pictures;
import eliq.report.DemoReport;
import eliq.scorer.ImageScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The pictures of the report: example tuples, scored images, mistakes. */
final class ReportPictures {
    private static final int SAMPLES = 7;
    private static final int SCORED_TUPLES = 8;
    private static final int MISTAKES = 9;

    private final Pictures pictures;
    private final Evaluation evaluation;

    ReportPictures(Pictures pictures, Evaluation evaluation) {
        this.pictures = pictures;
        this.evaluation = evaluation;
    }

    /** One tuple of each category, as far as there are categories. */
    List<DemoReport.TupleSample> samples() throws PairsException {
        List<DemoReport.TupleSample> samples = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (ScoredTuple scored : evaluation.tuples()) {
            String category =
                    scored.tuple().prompt().categories().stream().sorted().findFirst().orElse("");
            Optional<ScoredTuple.ScoredNegative> technical = first(scored, Aspect.TECHNICAL);
            Optional<ScoredTuple.ScoredNegative> aesthetic = first(scored, Aspect.AESTHETIC);
            boolean usable = technical.isPresent() && aesthetic.isPresent();
            if (samples.size() < SAMPLES && usable && (category.isEmpty() || shown.add(category))) {
                samples.add(
                        new DemoReport.TupleSample(
                                category,
                                scored.tuple().prompt().text(),
                                wrongPrompt(scored),
                                pictures.pixels(scored.tuple().positive()),
                                picture(scored, technical.get()),
                                caption(technical.get()),
                                picture(scored, aesthetic.get()),
                                caption(aesthetic.get())));
            }
        }
        return samples;
    }

    private static Optional<ScoredTuple.ScoredNegative> first(ScoredTuple tuple, Aspect aspect) {
        return tuple.negatives().stream()
                .filter(n -> n.aspect() == aspect)
                .filter(n -> n.negative().recipe().family() == Family.CONVENTIONAL)
                .findFirst();
    }

    private static String wrongPrompt(ScoredTuple tuple) {
        return tuple.negatives().stream()
                .filter(n -> n.negative().content() instanceof NegativeContent.WrongPrompt)
                .map(n -> ((NegativeContent.WrongPrompt) n.negative().content()).text())
                .findFirst()
                .orElse("");
    }

    private static String caption(ScoredTuple.ScoredNegative negative) {
        Recipe recipe = negative.negative().recipe();
        String what =
                recipe.aspect() == Aspect.ALIGNMENT
                        ? recipe.operation()
                        : String.format(
                                Locale.ROOT,
                                "%s, strength %.2f",
                                recipe.operation(),
                                recipe.strength());
        return negative.negative().content() instanceof NegativeContent.WrongPrompt wrong
                ? wrong.text()
                : what;
    }

    private Pixels picture(ScoredTuple tuple, ScoredTuple.ScoredNegative negative)
            throws PairsException {
        return pictures.pixels(image(tuple, negative));
    }

    private static ContentHash image(ScoredTuple tuple, ScoredTuple.ScoredNegative negative) {
        return switch (negative.negative().content()) {
            case NegativeContent.Image(ContentHash hash) -> hash;
            case NegativeContent.WrongPrompt wrong -> tuple.tuple().positive();
        };
    }

    /** Some positives, each with one negative of each aspect. */
    List<DemoReport.ScoredPicture> scored() throws PairsException {
        List<DemoReport.ScoredPicture> all = new ArrayList<>();
        for (ScoredTuple tuple : evaluation.tuples().stream().limit(SCORED_TUPLES).toList()) {
            String prompt = tuple.tuple().prompt().text();
            all.add(
                    scored(
                            "image " + tuple.tuple().id(),
                            "positive",
                            prompt,
                            pictures.pixels(tuple.tuple().positive()),
                            tuple.positive()));
            for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
                Optional<ScoredTuple.ScoredNegative> negative = first(tuple, aspect);
                if (negative.isPresent()) {
                    all.add(
                            scored(
                                    "image " + tuple.tuple().id(),
                                    aspect.key() + " negative",
                                    prompt,
                                    picture(tuple, negative.get()),
                                    negative.get().score()));
                }
            }
        }
        return all;
    }

    private static DemoReport.ScoredPicture scored(
            String name, String kind, String prompt, Pixels picture, ImageScore score) {
        return new DemoReport.ScoredPicture(
                name,
                kind,
                Optional.of(prompt),
                picture,
                score.visual(),
                optional(score.alignment()),
                score.technicalHigh(),
                score.aestheticHigh(),
                optional(score.alignmentHigh()),
                score.technicalGate(),
                score.aestheticGate());
    }

    private static Optional<Double> optional(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private record Wrong(ScoredTuple tuple, ScoredTuple.ScoredNegative negative, double by) {}

    /** Pairs in the wrong order, the worst first. */
    List<DemoReport.Mistake> mistakes() throws PairsException {
        List<Wrong> wrong = new ArrayList<>();
        for (ScoredTuple tuple : evaluation.tuples()) {
            for (ScoredTuple.ScoredNegative negative : tuple.negatives()) {
                double by =
                        ScoredTuple.compared(negative.aspect(), negative.score())
                                - ScoredTuple.compared(negative.aspect(), tuple.positive());
                if (by > 0) {
                    wrong.add(new Wrong(tuple, negative, by));
                }
            }
        }
        wrong.sort(Comparator.comparingDouble(Wrong::by).reversed());
        List<DemoReport.Mistake> mistakes = new ArrayList<>();
        for (Wrong each : wrong.subList(0, Math.min(MISTAKES, wrong.size()))) {
            Aspect aspect = each.negative().aspect();
            mistakes.add(
                    new DemoReport.Mistake(
                            aspect,
                            pictures.pixels(each.tuple().tuple().positive()),
                            picture(each.tuple(), each.negative()),
                            each.tuple().tuple().prompt().text(),
                            caption(each.negative()),
                            ScoredTuple.compared(aspect, each.tuple().positive()),
                            ScoredTuple.compared(aspect, each.negative().score())));
        }
        return mistakes;
    }
}
