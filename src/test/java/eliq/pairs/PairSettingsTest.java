package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairSettingsTest {

    /** Immutable copies of maps have another order in every process; a resumed job would not know its own set. */
    @Test
    void theStoredFormIsTheSameInEveryProcess() {
        assertEquals(
                List.of(NegativeKind.values()), List.copyOf(PairSettings.of(1).counts().keySet()));
    }
}
