package eliq.app.score;

import eliq.image.DecodedImage;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.PromptAnswer;
import eliq.image.PromptLookup;
import eliq.scorer.ImageScore;
import eliq.scorer.ImageScorer;
import eliq.scorer.OcclusionMap;
import eliq.scorer.OpenedScorer;
import eliq.scorer.ReferenceDistribution;
import eliq.scorer.ScorerException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** Scores with the scorer that is chosen, opened at its first image. Scoring is done from one thread. */
public final class InstalledScoring implements Scoring, AutoCloseable {

    private static final int REGIONS = 8;
    // Fewer held-out images make places too coarse to tell pictures apart; the dropped set serves
    // then.
    private static final int REFERENCE_NEEDED = 20;

    private final ScorerChoice choice;
    private final OpenedScorer opened;
    private final PromptLookup prompts = new PromptLookup(Optional.empty(), Optional.empty());

    public InstalledScoring(ScorerChoice choice, OpenedScorer opened) {
        this.choice = choice;
        this.opened = opened;
    }

    @Override
    public String name() {
        return choice.now().map(s -> s.name() + " on the CPU").orElse("no scorer installed");
    }

    @Override
    public String limits() {
        return choice.now()
                .map(InstalledScorer::limits)
                .orElse(
                        "Train one with “./eliq demo”, or put eliq-nano-scorer into the models folder.");
    }

    @Override
    public Judgement score(Path image, Optional<String> prompt) throws ScoringException {
        try {
            DecodedImage decoded = ImageDecoder.decode(image);
            ImageScorer scorer = scorer();
            return judgement(
                    scorer.score(decoded.pixels(), prompt), scorer.scorer().card().reference());
        } catch (ImageException | ScorerException e) {
            throw new ScoringException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<Explanation> explain(
            Path image, Optional<String> prompt, Explanation.Steps steps) throws ScoringException {
        try {
            OcclusionMap map =
                    OcclusionMap.of(
                            scorer(),
                            ImageDecoder.decode(image).pixels(),
                            prompt,
                            REGIONS,
                            (done, of) -> {
                                if (!steps.done(done, of)) {
                                    throw new InterruptedException();
                                }
                            });
            return Optional.of(
                    new Explanation(map.columns(), map.rows(), map.visual(), map.alignment()));
        } catch (InterruptedException e) {
            // Thrown by our own step: nobody waits any more. The thread itself was not interrupted.
            return Optional.empty();
        } catch (ImageException | ScorerException e) {
            throw new ScoringException(e.getMessage(), e);
        }
    }

    private static Judgement judgement(ImageScore score, ReferenceDistribution reference) {
        Optional<Judgement.Alignment> alignment =
                score.alignment().isPresent()
                        ? Optional.of(
                                new Judgement.Alignment(
                                        score.alignment().getAsDouble(),
                                        share(
                                                reference.alignment(),
                                                reference.alignmentPercentile(
                                                        score.alignment().getAsDouble())),
                                        score.alignmentHigh().orElse(0)))
                        : Optional.empty();
        return new Judgement(
                score.visual(),
                share(reference.visual(), reference.visualPercentile(score.visual())),
                alignment,
                score.technicalHigh(),
                score.aestheticHigh(),
                score.technicalGate(),
                score.aestheticGate());
    }

    private static OptionalDouble share(double[] reference, OptionalDouble percentile) {
        return percentile.isPresent() && reference.length >= REFERENCE_NEEDED
                ? OptionalDouble.of(percentile.getAsDouble() / 100)
                : OptionalDouble.empty();
    }

    private ImageScorer scorer() throws ScorerException, ScoringException {
        Path folder =
                choice.now()
                        .orElseThrow(
                                () ->
                                        new ScoringException(
                                                "No scorer is installed; train one with “./eliq demo”.",
                                                new IllegalStateException()))
                        .folder();
        return opened.in(folder);
    }

    @Override
    public Optional<FoundPrompt> promptOf(Path image) {
        try {
            return prompts.find(image) instanceof PromptAnswer.Found found
                    ? Optional.of(new FoundPrompt(found.text(), found.source().title()))
                    : Optional.empty();
        } catch (ImageException e) {
            // The scoring that follows says what is wrong with the file.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
