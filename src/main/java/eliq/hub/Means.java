package eliq.hub;

import java.time.Duration;

/**
 * What a download lives on.
 *
 * @param disk how much room there is
 * @param pause how it waits
 * @param patience how long a connection may give nothing before it counts as broken
 */
record Means(DiskSpace disk, Pause pause, Duration patience) {
    static Means real() {
        return new Means(DiskSpace.real(), Pause.real(), Duration.ofSeconds(60));
    }
}
