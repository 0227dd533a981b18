package eliq.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Work on the tensor thread and beside it. */
class TensorEngineTest {

    @Test
    void worksRunAtTheSameTimeAndTheirResultsComeInOrder() throws Exception {
        TensorEngine engine = TensorEngine.shared();
        CyclicBarrier met = new CyclicBarrier(3);
        List<TensorEngine.Work<String, Exception>> works = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            works.add(
                    () -> {
                        met.await(20, TimeUnit.SECONDS);
                        return number + " on " + Thread.currentThread().getName();
                    });
        }
        List<String> results = engine.<List<String>, Exception>call(() -> engine.callAll(works, 3));
        assertEquals("0 on tensor", results.get(0));
        assertTrue(results.get(1).startsWith("1 on "), results.get(1));
        assertNotEquals("1 on tensor", results.get(1));
        assertTrue(results.get(2).startsWith("2 on "), results.get(2));
    }

    @Test
    void whatIsCalledBesideDoesNotWaitForTheTensorThread() throws Exception {
        TensorEngine engine = TensorEngine.shared();
        List<TensorEngine.Work<String, Exception>> works =
                List.of(() -> "first", () -> engine.<String, Exception>call(() -> "second"));
        assertEquals(
                List.of("first", "second"),
                engine.<List<String>, Exception>call(() -> engine.callAll(works, 2)));
    }

    @Test
    void aFailureBesideIsThrownWhenAllHaveEnded() throws Exception {
        TensorEngine engine = TensorEngine.shared();
        AtomicBoolean ended = new AtomicBoolean();
        List<TensorEngine.Work<String, TensorException>> works =
                List.of(
                        () -> "well",
                        () -> {
                            throw new TensorException("no such thing");
                        },
                        () -> {
                            try {
                                Thread.sleep(50);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            ended.set(true);
                            return "late";
                        });
        TensorException thrown =
                assertThrows(
                        TensorException.class,
                        () ->
                                engine.<List<String>, TensorException>call(
                                        () -> engine.callAll(works, 3)));
        assertEquals("no such thing", thrown.getMessage());
        assertTrue(ended.get());
    }
}
