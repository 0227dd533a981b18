package eliq.app;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;

/** How long frames take while something moves at every one of them. */
final class FrameTimes {
    private final ProcessorTimes processor;
    private final double[] intervals;
    private final double[] window;
    private final double[] renderer;
    private final CountDownLatch done = new CountDownLatch(1);
    private int count = -1;
    private long last;
    private double windowBefore;
    private double rendererBefore;

    /** @param frames to be timed */
    FrameTimes(ProcessorTimes processor, int frames) {
        this.processor = processor;
        this.intervals = new double[frames];
        this.window = new double[frames];
        this.renderer = new double[frames];
    }

    /** @param step at the start of each frame; JavaFX thread, as this method */
    void start(Runnable step) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                long begun = System.nanoTime();
                double windowNow = processor.window();
                double rendererNow = processor.renderer();
                if (count >= 0) {
                    intervals[count] = (begun - last) / 1e6;
                    window[count] = windowNow - windowBefore;
                    renderer[count] = rendererNow - rendererBefore;
                }
                last = begun;
                windowBefore = windowNow;
                rendererBefore = rendererNow;
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
        Arrays.sort(window);
        Arrays.sort(renderer);
    }

    /** From the start of one frame to that of the next, in milliseconds; at best 16.7. */
    double interval(double share) {
        return quantile(intervals, share);
    }

    /** Processor time of the JavaFX thread, in milliseconds a frame. */
    double window(double share) {
        return quantile(window, share);
    }

    /** Processor time of the thread that draws, beside the other, in milliseconds a frame. */
    double renderer(double share) {
        return quantile(renderer, share);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
