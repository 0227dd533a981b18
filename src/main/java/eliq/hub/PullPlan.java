package eliq.hub;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a pull would fetch, told before it does.
 *
 * @param model as it was asked for
 * @param commit that the revision is now
 * @param from the hub that would be asked
 * @param withToken whether the hub is told who asks
 * @param cache folder that the files go to
 * @param files wanted
 * @param bytes of these files
 * @param missing bytes of them that are not here yet
 * @param usable bytes that may still be written there
 */
public record PullPlan(
        String model,
        String commit,
        URI from,
        boolean withToken,
        Path cache,
        int files,
        long bytes,
        long missing,
        long usable) {

    /** Whether there is room for what is missing, with something left for everything else. */
    public boolean fits() {
        return missing == 0 || usable >= missing + DiskSpace.RESERVE;
    }
}
