package eliq.hub;

import java.nio.file.Path;

/**
 * What is there after a pull.
 *
 * @param model as it was asked for
 * @param commit that the revision was
 * @param folder of the snapshot
 * @param files that were wanted, all of which are there
 * @param bytes of these files
 * @param fetched bytes that came over the network in the last attempt
 */
public record PulledModel(
        String model, String commit, Path folder, int files, long bytes, long fetched) {}
