package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.Backbone;
import eliq.backbone.PreparedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CriticTest {
    private static final PreparedImage IMAGE = LogisticBackbone.image(200);
    private static final Backbone BACKBONE = new LogisticBackbone().current();

    @Test
    void alignmentIsReadWithAPromptAndAbsentWithout() throws Exception {
        Critic critic = new Critic(BACKBONE, Instructions.DEFAULT);
        List<AspectReadings> readings =
                critic.read(
                        List.of(
                                new Critic.Question(IMAGE, Optional.of("a fox")),
                                new Critic.Question(IMAGE, Optional.empty())));

        assertTrue(readings.get(0).alignment().isPresent());
        assertEquals(Optional.empty(), readings.get(1).alignment());
        assertEquals(Optional.empty(), readings.get(1).neutral());
    }

    @Test
    void theNeutralPhraseGivesAReadingThatIsNotTakenForAlignment() throws Exception {
        Instructions d = Instructions.DEFAULT;
        Critic critic =
                new Critic(
                        BACKBONE,
                        new Instructions(
                                d.technical(), d.aesthetic(), d.alignment(), "a photograph"));
        AspectReadings readings = critic.read(IMAGE, Optional.empty());

        assertEquals(Optional.empty(), readings.alignment());
        assertTrue(readings.neutral().isPresent());
    }

    @Test
    void otherInstructionsMakeAnotherCritic() {
        Instructions d = Instructions.DEFAULT;
        Instructions other =
                new Instructions("Is it sharp? low or high", d.aesthetic(), d.alignment(), "");
        assertNotEquals(new Critic(BACKBONE, d).identity(), new Critic(BACKBONE, other).identity());
        assertEquals(
                new Critic(BACKBONE, d).identity(),
                new Critic(new LogisticBackbone().current(), d).identity());
    }
}
