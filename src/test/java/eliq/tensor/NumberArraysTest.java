package eliq.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberArraysTest {
    private static final int PRODUCTS = 200;
    private static final int OVERWRITTEN = 20_000;

    @Test
    void aFactorIsStillThereOnTheWayBackThoughJavaCollectedItsGarbage() throws Exception {
        TensorEngine engine = TensorEngine.shared();
        float[] slopes =
                engine.call(
                        () -> {
                            try (NDManager scope = engine.newScope("factors")) {
                                NDArray x = scope.create(new float[] {1, 2});
                                x.setRequiresGradient(true);
                                slope(x);
                                return x.getGradient().toFloatArray();
                            }
                        });
        assertArrayEquals(new float[] {3 * PRODUCTS, 3 * PRODUCTS}, slopes);
    }

    @Test
    void aCopyInTheSameTypeOutlivesWhatItWasMadeFrom() throws Exception {
        TensorEngine engine = TensorEngine.shared();
        float[] kept =
                engine.call(
                        () -> {
                            try (NDManager scope = engine.newScope("copies")) {
                                NDArray copy = copied(scope, 3);
                                List<ByteBuffer> later = garbageOverwritten();
                                float[] values = copy.toFloatArray();
                                java.lang.ref.Reference.reachabilityFence(later);
                                return values;
                            }
                        });
        assertArrayEquals(new float[] {3}, kept);
    }

    private static NDArray copied(NDManager scope, float value) throws TensorException {
        try (NDManager local = scope.newSubManager()) {
            NDArray source = local.create(new float[] {value});
            return NumberArrays.converted(scope, source, NumberType.FLOAT32);
        }
    }

    private static void slope(NDArray x) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray sum = x.getManager().create(0f);
            for (int i = 0; i < PRODUCTS; i++) {
                sum = sum.add(NumberArrays.times(x, 3).sum());
            }
            List<ByteBuffer> later = garbageOverwritten();
            collector.backward(sum);
            java.lang.ref.Reference.reachabilityFence(later);
        }
    }

    /** Frees what nobody holds, and writes other numbers where it lay. */
    private static List<ByteBuffer> garbageOverwritten() {
        List<ByteBuffer> later = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            System.gc();
            for (int i = 0; i < OVERWRITTEN; i++) {
                later.add(ByteBuffer.allocateDirect(Float.BYTES).putFloat(0, 7e7f));
            }
        }
        return later;
    }
}
