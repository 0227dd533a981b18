package eliq.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** Where libtorch gets no memory, the process goes on and a person reads what to lower. */
class OutOfMemoryTest {
    /** Products of 2^25 values with themselves: four million gigabytes, which no address space holds. */
    private static final long VALUES = 1L << 25;

    @Test
    void aStepThatIsTooLargeIsRefusedInOneSentenceAndTheNextOneRuns() throws Exception {
        TensorEngine engine = TensorEngine.shared();
        String message =
                engine.call(
                        () -> {
                            try (NDManager scope = engine.newScope("test");
                                    Kernels kernels =
                                            Kernels.load(
                                                    scope, OutOfMemoryTest.class, "square.torch")) {
                                var many = scope.zeros(new Shape(VALUES, 1));
                                TensorException e =
                                        assertThrows(
                                                TensorException.class,
                                                () -> kernels.call(scope, "square", many));
                                var few = scope.ones(new Shape(3, 1));
                                assertEquals(9, kernels.call(scope, "square", few).head().size());
                                return e.getMessage();
                            }
                        });
        assertEquals(Kernels.OUT_OF_MEMORY, message);
        assertTrue(message.contains("lower the batch"), message);
    }

    @Test
    void aDeviceThatIsNotThereIsRefusedByName() {
        TensorException e =
                assertThrows(TensorException.class, () -> ComputeDevices.use("cuda:37"));
        assertTrue(e.getMessage().contains("cuda:37 is not there"), e.getMessage());
        assertTrue(e.getMessage().contains("libtorch offers cpu"), e.getMessage());
        assertTrue(e.getMessage().contains("eliq runtime"), e.getMessage());
    }
}
