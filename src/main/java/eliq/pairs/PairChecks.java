package eliq.pairs;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.PromptStore;
import eliq.catalog.Recipe;
import eliq.catalog.Tuple;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import eliq.pairs.AuditPairs.Finding;
import eliq.pairs.AuditPairs.Problem;
import eliq.pairs.degrade.Difference;
import eliq.pairs.degrade.Resampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks one tuple over. */
final class PairChecks {
    /** Differences above this ratio are below what one sees (decibels). */
    private static final double HARDLY_DIFFERENT_PSNR = 40;

    /** A distorted picture below this ratio has lost its content (decibels). */
    private static final double UNRECOGNISABLE_PSNR = 10;

    /** Edits that keep the content are above, pictures of something else below ({@link ContentMatch}). */
    private static final double OTHER_CONTENT_MATCH = 0.5;

    /** Two pictures above this ratio are one (decibels). */
    private static final double SAME_PSNR = 50;

    /** A shuffled prompt that is closer than this to the right one may fit the picture. */
    private static final double CLOSE_PROMPT_DISTANCE = 0.35;

    /** Standard deviation of the levels of a picture of one colour. */
    private static final double EMPTY_SPREAD = 2;

    private final Pictures pictures;

    PairChecks(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * @param hash of the positive, where it could be read
     */
    record Checked(Tuple tuple, Optional<PerceptualHash> hash, List<Finding> findings) {}

    Checked check(Tuple tuple) {
        List<Finding> findings = new ArrayList<>();
        Optional<Pixels> positive = Optional.empty();
        try {
            positive = Optional.of(pictures.pixels(tuple.positive()));
            empty(tuple, 0, positive.get()).ifPresent(findings::add);
        } catch (PairsException e) {
            findings.add(new Finding(tuple.id(), 0, Problem.UNREADABLE, e.getMessage()));
        }
        for (Negative negative : tuple.negatives()) {
            findings.addAll(check(tuple, positive, negative));
        }
        findings.addAll(sameAtEveryStrength(tuple));
        return new Checked(tuple, positive.map(PerceptualHash::of), findings);
    }

    private List<Finding> check(Tuple tuple, Optional<Pixels> positive, Negative negative) {
        return switch (negative.content()) {
            case NegativeContent.WrongPrompt wrong -> wrongPrompt(tuple, negative, wrong.text());
            case NegativeContent.Image image -> {
                try {
                    Pixels pixels = pictures.pixels(image.hash());
                    yield image(tuple, positive, negative, pixels);
                } catch (PairsException e) {
                    yield List.of(finding(tuple, negative, Problem.UNREADABLE, e.getMessage()));
                }
            }
        };
    }

    private static List<Finding> wrongPrompt(Tuple tuple, Negative negative, String wrong) {
        String right = tuple.prompt().text();
        if (PromptStore.normalise(wrong).equals(PromptStore.normalise(right))) {
            return List.of(
                    finding(
                            tuple,
                            negative,
                            Problem.SAME_PROMPT,
                            "The wrong prompt is the right one: \"%s\".".formatted(wrong)));
        }
        boolean shuffled = negative.recipe().family() == Family.CONVENTIONAL;
        if (shuffled && negative.recipe().strength() < CLOSE_PROMPT_DISTANCE) {
            return List.of(
                    finding(
                            tuple,
                            negative,
                            Problem.CLOSE_PROMPT,
                            "\"%s\" may fit the picture of \"%s\" as well (distance %.2f)."
                                    .formatted(wrong, right, negative.recipe().strength())));
        }
        return List.of();
    }

    /** Within one operation a greater strength must show. */
    private List<Finding> sameAtEveryStrength(Tuple tuple) {
        List<Finding> findings = new ArrayList<>();
        List<Negative> graded =
                tuple.negatives().stream()
                        .filter(n -> n.content() instanceof NegativeContent.Image)
                        .filter(n -> n.recipe().aspect() != Aspect.ALIGNMENT)
                        .toList();
        for (int i = 0; i < graded.size(); i++) {
            for (Negative earlier : graded.subList(0, i)) {
                Negative later = graded.get(i);
                if (later.recipe().operation().equals(earlier.recipe().operation())
                        && later.recipe().strength() != earlier.recipe().strength()
                        && same(later, earlier)) {
                    findings.add(
                            finding(
                                    tuple,
                                    later,
                                    Problem.SAME_AT_EVERY_STRENGTH,
                                    "%s gives the same picture at %.2f as at %.2f."
                                            .formatted(
                                                    later.recipe().operation(),
                                                    later.recipe().strength(),
                                                    earlier.recipe().strength())));
                }
            }
        }
        return findings;
    }

    private boolean same(Negative one, Negative other) {
        ContentHash a = ((NegativeContent.Image) one.content()).hash();
        ContentHash b = ((NegativeContent.Image) other.content()).hash();
        if (a.equals(b)) {
            return true;
        }
        try {
            Pixels first = pictures.pixels(a);
            Pixels second = pictures.pixels(b);
            return first.width() == second.width()
                    && first.height() == second.height()
                    && Difference.psnr(first, second) > SAME_PSNR;
        } catch (PairsException e) {
            // Told of already.
            return false;
        }
    }

    private static List<Finding> image(
            Tuple tuple, Optional<Pixels> positive, Negative negative, Pixels pixels) {
        List<Finding> findings = new ArrayList<>();
        empty(tuple, negative.id(), pixels).ifPresent(findings::add);
        if (positive.isPresent()) {
            Pixels right = positive.get();
            Pixels sized =
                    right.width() == pixels.width() && right.height() == pixels.height()
                            ? pixels
                            : Resampling.resize(pixels, right.width(), right.height());
            double psnr = Difference.psnr(right, sized);
            if (psnr > HARDLY_DIFFERENT_PSNR) {
                findings.add(
                        finding(
                                tuple,
                                negative,
                                Problem.HARDLY_DIFFERENT,
                                "%s at %.2f can hardly be seen (PSNR %.1f dB)."
                                        .formatted(
                                                negative.recipe().operation(),
                                                negative.recipe().strength(),
                                                psnr)));
            }
            if (negative.recipe().family() == Family.CONVENTIONAL) {
                contentKept(tuple, negative, right, pixels, psnr).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> contentKept(
            Tuple tuple, Negative negative, Pixels positive, Pixels pixels, double psnr) {
        Recipe recipe = negative.recipe();
        if (recipe.aspect() == Aspect.TECHNICAL && psnr < UNRECOGNISABLE_PSNR) {
            return Optional.of(
                    finding(
                            tuple,
                            negative,
                            Problem.UNRECOGNISABLE,
                            "%s at %.2f leaves nothing to recognise (PSNR %.1f dB)."
                                    .formatted(recipe.operation(), recipe.strength(), psnr)));
        }
        if (recipe.aspect() == Aspect.AESTHETIC) {
            double match = ContentMatch.of(positive, pixels);
            if (match < OTHER_CONTENT_MATCH) {
                return Optional.of(
                        finding(
                                tuple,
                                negative,
                                Problem.OTHER_CONTENT,
                                "%s at %.2f seems to show something else (%.2f of its edges are the positive's)."
                                        .formatted(recipe.operation(), recipe.strength(), match)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> empty(Tuple tuple, long negative, Pixels pixels) {
        double sum = 0;
        double squares = 0;
        for (byte value : pixels.rgb()) {
            double level = value & 0xFF;
            sum += level;
            squares += level * level;
        }
        double mean = sum / pixels.rgb().length;
        double variance = squares / pixels.rgb().length - mean * mean;
        return variance < EMPTY_SPREAD * EMPTY_SPREAD
                ? Optional.of(
                        new Finding(
                                tuple.id(),
                                negative,
                                Problem.EMPTY,
                                "The picture is of one colour; the generator may have failed."))
                : Optional.empty();
    }

    private static Finding finding(Tuple tuple, Negative negative, Problem problem, String text) {
        return new Finding(tuple.id(), negative.id(), problem, text);
    }
}
