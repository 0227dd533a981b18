package eliq.pairs;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.PromptStore;
import eliq.catalog.Tuple;
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
        return new Checked(tuple, positive.map(PerceptualHash::of), findings);
    }

    private List<Finding> check(Tuple tuple, Optional<Pixels> positive, Negative negative) {
        return switch (negative.content()) {
            case NegativeContent.WrongPrompt wrong -> {
                boolean same =
                        PromptStore.normalise(wrong.text())
                                .equals(PromptStore.normalise(tuple.prompt().text()));
                yield same
                        ? List.of(
                                finding(
                                        tuple,
                                        negative,
                                        Problem.SAME_PROMPT,
                                        "The wrong prompt is the right one: \"%s\"."
                                                .formatted(wrong.text())))
                        : List.of();
            }
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
            boolean distortion =
                    negative.recipe().aspect() == Aspect.TECHNICAL
                            && negative.recipe().family() == Family.CONVENTIONAL;
            if (distortion && psnr < UNRECOGNISABLE_PSNR) {
                findings.add(
                        finding(
                                tuple,
                                negative,
                                Problem.UNRECOGNISABLE,
                                "%s at %.2f leaves nothing to recognise (PSNR %.1f dB)."
                                        .formatted(
                                                negative.recipe().operation(),
                                                negative.recipe().strength(),
                                                psnr)));
            }
        }
        return findings;
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
