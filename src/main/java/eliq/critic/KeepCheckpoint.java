package eliq.critic;

/**
 * What to make a critic of.
 *
 * @param job number of a training that stopped on its way
 * @param best whether the state with the lowest validation loss is meant, which a training with patience keeps, instead
 *     of the last
 * @param name of the critic
 */
public record KeepCheckpoint(long job, boolean best, String name) {
    public KeepCheckpoint {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "a critic's name has letters, digits, dots, hyphens and underscores, and begins with a letter"
                            + " or digit, not '"
                            + name
                            + "'");
        }
    }
}
