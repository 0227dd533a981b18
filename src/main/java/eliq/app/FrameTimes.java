package eliq.app;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** How long frames take while something moves at every one of them. */
final class FrameTimes {
    private final Scene scene;
    private final double[] intervals;
    private final CountDownLatch done = new CountDownLatch(1);
    private double longestPulse;
    private long pulseBegan;
    private int count = -1;
    private long last;

    /** @param frames to be timed */
    FrameTimes(Scene scene, int frames) {
        this.scene = scene;
        this.intervals = new double[frames];
    }

    /** @param step at the start of each frame; JavaFX thread, as this method */
    void start(Runnable step) {
        Runnable after =
                () -> longestPulse = Math.max(longestPulse, (System.nanoTime() - pulseBegan) / 1e6);
        scene.addPostLayoutPulseListener(after);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                long begun = System.nanoTime();
                pulseBegan = begun;
                if (count >= 0) {
                    intervals[count] = (begun - last) / 1e6;
                }
                last = begun;
                count++;
                if (count == intervals.length) {
                    stop();
                    scene.removePostLayoutPulseListener(after);
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
    }

    /** From the start of one frame to that of the next, in milliseconds; at best 16.7. */
    double quantile(double share) {
        return intervals[(int) Math.round(share * (intervals.length - 1))];
    }

    /** The longest time that handlers, styles and layout of one frame took, in milliseconds. */
    double longestPulse() {
        return longestPulse;
    }
}
