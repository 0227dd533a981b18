package eliq.metric;

import java.util.concurrent.Semaphore;

/** Lets only so many pixels be worked on at a time, that what the work takes fits the heap. */
final class PixelBudget {
    /** What the hungriest metric takes for a pixel: a picture, two planes of doubles, their halves. */
    private static final int BYTES_PER_PIXEL = 40;

    private final int kilopixels;
    private final Semaphore free;

    PixelBudget(long heapBytes) {
        kilopixels = Math.clamp(heapBytes / 2 / BYTES_PER_PIXEL / 1000, 1, 1 << 24);
        free = new Semaphore(kilopixels, true);
    }

    /** Waits until there is room; a picture beyond all room waits until it is alone. */
    int take(long pixels) throws InterruptedException {
        int share = Math.clamp(pixels / 1000 + 1, 1, kilopixels);
        free.acquire(share);
        return share;
    }

    void give(int share) {
        free.release(share);
    }
}
