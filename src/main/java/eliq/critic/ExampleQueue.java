package eliq.critic;

import eliq.backbone.TrainingExample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Examples in training order, made on other threads ahead of their use. At most two steps' worth are held. */
final class ExampleQueue implements AutoCloseable {
    private final ExampleSource source;
    private final TrainingOrder order;
    private final long end;
    private final int ahead;
    private final ExecutorService producers;
    private final Deque<Future<TrainingExample>> coming = new ArrayDeque<>();
    private long next;

    /**
     * @param from position of the first example
     * @param end position after the last
     */
    ExampleQueue(ExampleSource source, TrainingSettings settings, long from, long end) {
        this.source = source;
        this.order = new TrainingOrder(source.size(), source::group, settings.seed());
        this.next = from;
        this.end = end;
        this.ahead = 2 * settings.examplesPerStep();
        this.producers =
                Executors.newFixedThreadPool(
                        settings.producers(),
                        Thread.ofPlatform().daemon().name("training-examples-", 1).factory());
    }

    /** The next examples: as many as asked for, fewer at the end, none after it. */
    List<TrainingExample> take(int count) throws CriticException, InterruptedException {
        List<TrainingExample> taken = new ArrayList<>(count);
        fill();
        while (taken.size() < count && !coming.isEmpty()) {
            taken.add(result(coming.remove()));
            fill();
        }
        return taken;
    }

    private void fill() {
        while (coming.size() < ahead && next < end) {
            TrainingOrder.Place place = order.at(next++);
            coming.add(producers.submit(() -> source.example(place.index(), place.epoch())));
        }
    }

    private static TrainingExample result(Future<TrainingExample> future)
            throws CriticException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CriticException c -> throw c;
                case RuntimeException r -> throw r;
                case Error error -> throw error;
                default ->
                        throw new CriticException(
                                "an example could not be made: " + e.getCause().getMessage(), e);
            }
        }
    }

    /** Drops what is not begun and waits for what is: afterwards no producer touches the source. */
    @Override
    public void close() {
        coming.forEach(future -> future.cancel(false));
        producers.close();
    }
}
