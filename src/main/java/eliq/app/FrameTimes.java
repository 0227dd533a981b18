package eliq.app;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;

/** How long frames take while something moves at every one of them. */
final class FrameTimes {
    private final ProcessorTimes processor;
    private final double[] intervals;
    private final double[] computed;
    private final CountDownLatch done = new CountDownLatch(1);
    private int count = -1;
    private long last;
    private double before;

    /** @param frames to be timed */
    FrameTimes(ProcessorTimes processor, int frames) {
        this.processor = processor;
        this.intervals = new double[frames];
        this.computed = new double[frames];
    }

    /** @param step at the start of each frame; JavaFX thread, as this method */
    void start(Runnable step) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                long begun = System.nanoTime();
                double used = processor.drawing();
                if (count >= 0) {
                    intervals[count] = (begun - last) / 1e6;
                    computed[count] = used - before;
                }
                last = begun;
                before = used;
                count++;
                if (count == intervals.length) {
                    stop();
                    done.countDown();
                } else {
                    step.run();
                }
            }
        }.start();
    }

    void await() throws InterruptedException {
        done.await();
        Arrays.sort(intervals);
        Arrays.sort(computed);
    }

    /** From the start of one frame to that of the next, in milliseconds; at best 16.7. */
    double quantile(double share) {
        return intervals[(int) Math.round(share * (intervals.length - 1))];
    }

    /** Processor time of the JavaFX thread and of the renderer together, in milliseconds a frame. */
    double computedQuantile(double share) {
        return computed[(int) Math.round(share * (computed.length - 1))];
    }
}
