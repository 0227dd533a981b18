package eliq.critic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.job.JobJson;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {

    @Test
    void theLearningRateRisesLinearlyThenFallsAsAHalfCosine() {
        LearningRate rate = new LearningRate(1, 0.1, 0.1);

        assertEquals(0.1, rate.at(0, 100), 1e-12);
        assertEquals(0.5, rate.at(4, 100), 1e-12);
        assertEquals(1, rate.at(9, 100), 1e-12);
        assertEquals(1, rate.at(10, 100), 1e-12);
        assertEquals(0.55, rate.at(55, 100), 1e-12);
        assertEquals(0.1, rate.at(100, 100), 1e-12);
    }

    @Test
    void epochsMakeAsManyStepsAsTheExamplesNeed() {
        assertEquals(3, new TrainingLength.Epochs(2).steps(11, 8));
        assertEquals(22, new TrainingLength.Epochs(2).examples(11, 8));
        assertEquals(5, new TrainingLength.Steps(5).steps(11, 8));
    }

    @Test
    void settingsSurviveJsonSoThatARunCanBeRepeated() throws Exception {

        TrainingSettings settings =
                TrainingSettings.LORA.withLength(new TrainingLength.Steps(12)).withPeak(0.3e-3);

        assertEquals(
                settings,
                JobJson.read(JobJson.write(settings), TrainingSettings.class, "settings"));
    }

    @Test
    void aSettingOutOfRangeIsNamedWithItsValue() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TrainingSettings.LORA.withBatch(0, 1));
        assertTrue(e.getMessage().contains("batchSize is 0"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Rhythm(0, 0, 0, 3));
    }
}
