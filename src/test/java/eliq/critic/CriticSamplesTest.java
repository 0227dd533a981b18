package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.TrainingExample;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Prompt;
import eliq.catalog.Recipe;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CriticSamplesTest {
    private static final String PROMPT = "a red fox in snow";
    private static final String CHANGED = "a blue fox in snow";
    private static final ContentHash POSITIVE = image("positive");
    private static final ContentHash NOISY = image("noisy");
    private static final ContentHash TILTED = image("tilted");
    private static final ContentHash BLUE = image("blue");

    private static final Tuple TUPLE =
            tuple(
                    1,
                    PROMPT,
                    POSITIVE,
                    image(Aspect.TECHNICAL, Family.CONVENTIONAL, "jpeg-noise", NOISY),
                    image(Aspect.AESTHETIC, Family.CONVENTIONAL, "tilt", TILTED),
                    wrongPrompt(Family.CONVENTIONAL, "shuffle", "two cups of tea"),
                    drawnFor(CHANGED, BLUE),
                    wrongPrompt(Family.AI_SPECIFIC, "changed-prompt", CHANGED));

    private static CriticSamples all() {
        return new CriticSamples(EnumSet.allOf(Aspect.class), EnumSet.allOf(Family.class));
    }

    @Test
    void thePositiveIsHighInAllAspectsAndLowUnderEachPromptThatDoesNotFit() throws Exception {
        assertEquals(
                Set.of(
                        "technical high",
                        "aesthetic high",
                        "alignment high: " + PROMPT,
                        "alignment low: two cups of tea",
                        "alignment low: " + CHANGED),
                of(all().of(List.of(TUPLE)), POSITIVE));
    }

    @Test
    void aNegativeIsLowInItsOwnAspectAndNothingIsSaidOfTheOthers() throws Exception {
        List<ImageSamples> images = all().of(List.of(TUPLE));

        assertEquals(Set.of("technical low"), of(images, NOISY));
        assertEquals(Set.of("aesthetic low"), of(images, TILTED));
    }

    @Test
    void anImageOfAChangedPromptIsLowUnderTheFirstAndHighUnderItsOwn() throws Exception {
        assertEquals(
                Set.of("alignment low: " + PROMPT, "alignment high: " + CHANGED),
                of(all().of(List.of(TUPLE)), BLUE));
    }

    @Test
    void aspectsAndFamiliesCanBeLeftOut() throws Exception {
        List<ImageSamples> visual =
                new CriticSamples(EnumSet.of(Aspect.TECHNICAL), EnumSet.of(Family.CONVENTIONAL))
                        .of(List.of(TUPLE));
        assertEquals(2, visual.size());
        assertEquals(Set.of("technical high"), of(visual, POSITIVE));
        assertEquals(Set.of("technical low"), of(visual, NOISY));
    }

    @Test
    void whatAnAuditorRejectedIsLeftOut() throws Exception {
        Negative accepted = TUPLE.negatives().getFirst();
        Negative rejected =
                new Negative(9, accepted.recipe(), accepted.content(), Verdict.REJECTED, "same");
        List<ImageSamples> images = all().of(List.of(tuple(1, PROMPT, POSITIVE, rejected)));

        assertEquals(1, images.size());
    }

    @Test
    void aShuffledPromptThatAnotherTupleSaysFitsIsNotHeldAgainstTheImage() throws Exception {
        Tuple first = tuple(1, "a cat", POSITIVE, wrongPrompt(Family.CONVENTIONAL, "s", "a pet"));
        Tuple second = tuple(2, "a pet", POSITIVE, wrongPrompt(Family.CONVENTIONAL, "s", "a cat"));

        assertEquals(
                Set.of(
                        "technical high",
                        "aesthetic high",
                        "alignment high: a cat",
                        "alignment high: a pet"),
                of(all().of(List.of(first, second)), POSITIVE));
    }

    @Test
    void anImagesQuestionsBecomeOneExampleWithSingleWordTargets() throws Exception {
        List<ImageSamples> images = all().of(List.of(TUPLE));
        CriticExamples examples =
                new CriticExamples(
                        images, Instructions.DEFAULT, h -> LogisticBackbone.image(1), false);
        TrainingExample positive = examples.example(0, 0);

        assertEquals(4, examples.size());
        assertEquals(5, positive.questions().size());
        assertEquals(
                Set.of("low", "high"),
                positive.questions().stream()
                        .map(TrainingExample.Question::target)
                        .collect(Collectors.toSet()));
        assertEquals(
                3, positive.questions().stream().filter(q -> q.text().contains("shows:")).count());
    }

    @Test
    void balancedWeightsGiveBothLabelsOfAnAspectTheSameSay() throws Exception {
        List<ImageSamples> images = all().of(List.of(TUPLE));
        CriticExamples examples =
                new CriticExamples(
                        images, Instructions.DEFAULT, h -> LogisticBackbone.image(1), true);
        double low = 0;
        double high = 0;
        for (int i = 0; i < examples.size(); i++) {
            for (TrainingExample.Question q : examples.example(i, 0).questions()) {
                if (q.text().contains("shows:")) {
                    low += q.target().equals("low") ? q.weight() : 0;
                    high += q.target().equals("high") ? q.weight() : 0;
                }
            }
        }
        assertEquals(low, high, 1e-12);
        assertEquals(5, low + high, 1e-12);
    }

    @Test
    void theHashTellsWhatWasTrainedOn() throws Exception {
        String hash = CriticSamples.hash(all().of(List.of(TUPLE)));
        assertEquals(hash, CriticSamples.hash(all().of(List.of(TUPLE))));
        assertNotEquals(hash, CriticSamples.hash(all().of(List.of(tuple(1, "a fox", POSITIVE)))));
    }

    private static Set<String> of(List<ImageSamples> images, ContentHash image) {
        List<ImageSamples> found = images.stream().filter(i -> i.image().equals(image)).toList();
        assertEquals(1, found.size(), "an image stands once");
        List<String> samples =
                found.getFirst().samples().stream()
                        .map(
                                s ->
                                        s.aspect().key()
                                                + " "
                                                + s.label().token()
                                                + s.prompt().map(p -> ": " + p).orElse(""))
                        .toList();
        assertTrue(samples.stream().distinct().count() == samples.size(), samples.toString());
        return Set.copyOf(samples);
    }

    private static Tuple tuple(long id, String prompt, ContentHash positive, Negative... n) {
        return new Tuple(
                id,
                new Prompt(id, prompt, "test", Set.of()),
                positive,
                "painter",
                List.of(n),
                Verdict.NONE,
                "");
    }

    private static Negative image(
            Aspect aspect, Family family, String operation, ContentHash image) {
        return negative(aspect, family, operation, new NegativeContent.Image(image));
    }

    private static Negative drawnFor(String prompt, ContentHash image) {
        String parameters =
                """
                {"kind": "changed-image", "generator": "painter", "prompt": "%s", "seed": 1,
                 "width": 512, "height": 512, "quality": {"type": "full"}}
                """
                        .formatted(prompt);
        Recipe recipe =
                new Recipe(
                        Aspect.ALIGNMENT, Family.AI_SPECIFIC, "changed-image", parameters, 1, 0.5);
        return new Negative(0, recipe, new NegativeContent.Image(image), Verdict.NONE, "");
    }

    private static Negative wrongPrompt(Family family, String operation, String text) {
        return negative(Aspect.ALIGNMENT, family, operation, new NegativeContent.WrongPrompt(text));
    }

    private static Negative negative(
            Aspect aspect, Family family, String operation, NegativeContent content) {
        return new Negative(
                0, new Recipe(aspect, family, operation, "{}", 1, 0.5), content, Verdict.NONE, "");
    }

    private static ContentHash image(String name) {
        return ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
    }
}
