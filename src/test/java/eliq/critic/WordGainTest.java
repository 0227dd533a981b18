package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.ImageQuestions;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.backbone.Quote;
import eliq.backbone.Reading;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What an image does for the words of its prompt: its likelihood after the image less that after an empty one. */
class WordGainTest {
    private static final PreparedImage IMAGE = new PreparedImage(1, 1, new byte[] {1, 2, 3});
    private static final String PROMPT = "a fox and a hen";

    private final Told backbone = new Told();
    private final Critic critic = new Critic(backbone, Instructions.DEFAULT);

    @Test
    void theGainIsTheMeanOverTokensOfHowMuchLikelierTheyBecome() throws Exception {
        AspectReadings readings = critic.read(IMAGE, Optional.of(PROMPT));
        assertEquals((-1.0 + 3.0 - 0.5 + 2.5) / 2, readings.wordGain().orElseThrow(), 1e-6);
    }

    @Test
    void anImageWithoutAPromptHasNone() throws Exception {
        assertEquals(OptionalDouble.empty(), critic.read(IMAGE, Optional.empty()).wordGain());
    }

    @Test
    void aPromptIsReadWithoutAnImageOnce() throws Exception {
        critic.read(IMAGE, Optional.of(PROMPT));
        critic.read(IMAGE, Optional.of(PROMPT));
        assertEquals(1, backbone.emptyRead);
        critic.read(IMAGE, Optional.of("a hen"));
        assertEquals(2, backbone.emptyRead);
    }

    @Test
    void onlyThePromptOfTheAlignmentTextIsQuoted() throws Exception {
        critic.read(IMAGE, Optional.of(PROMPT));
        String text =
                Instructions.DEFAULT
                        .text(eliq.catalog.Aspect.ALIGNMENT, Optional.of(PROMPT))
                        .orElseThrow();
        int at = text.indexOf(PROMPT);
        assertEquals(
                java.util.Map.of(text, new Quote(at, at + PROMPT.length())),
                backbone.quoted.getFirst());
    }

    /** Two tokens: likely with an image, unlikely with the empty one, which is grey. */
    private static final class Told implements Backbone {
        private final List<java.util.Map<String, Quote>> quoted = new ArrayList<>();
        private int emptyRead;

        @Override
        public BackboneIdentity identity() {
            return new BackboneIdentity("told", "0".repeat(64));
        }

        @Override
        public Numerics numerics() {
            return Numerics.FLOAT32;
        }

        @Override
        public int hiddenSize() {
            return 1;
        }

        @Override
        public PreparedImage prepare(Pixels image) {
            return new PreparedImage(1, 1, image.rgb());
        }

        @Override
        public List<List<Reading>> read(List<ImageQuestions> batch) {
            List<List<Reading>> all = new ArrayList<>();
            for (ImageQuestions asked : batch) {
                boolean empty = asked.image() != IMAGE;
                emptyRead += empty ? asked.texts().size() : 0;
                quoted.add(asked.quotes());
                all.add(
                        asked.texts().stream()
                                .map(text -> reading(asked.quotes().containsKey(text), empty))
                                .toList());
            }
            return all;
        }

        private static Reading reading(boolean quotes, boolean empty) {
            float[] words = empty ? new float[] {-3, -2.5f} : new float[] {-1, -0.5f};
            return new Reading(new float[1], 0.1, 0.2, quotes ? words : new float[0]);
        }

        @Override
        public void close() {}
    }
}
