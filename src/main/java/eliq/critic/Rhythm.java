package eliq.critic;

/**
 * What a training does besides stepping, and when. None of it changes a loss.
 *
 * @param checkpointSteps a checkpoint after so many steps; 0 for none by count
 * @param checkpointSeconds a checkpoint where the last is older; 0 for none by time
 * @param validationSteps a validation after so many steps; 0 for one at the end only
 * @param patience stop after so many validations without a lower validation loss, and keep the best; 0 for never
 */
public record Rhythm(
        int checkpointSteps, double checkpointSeconds, int validationSteps, int patience) {

    /** A checkpoint every five minutes, one validation at the end. */
    public static final Rhythm DEFAULT = new Rhythm(0, 300, 0, 0);

    public Rhythm {
        Settings.require(
                checkpointSteps >= 0, "rhythm.checkpointSteps", checkpointSteps, "0 or more");
        Settings.require(
                checkpointSeconds >= 0, "rhythm.checkpointSeconds", checkpointSeconds, "0 or more");
        Settings.require(
                validationSteps >= 0, "rhythm.validationSteps", validationSteps, "0 or more");
        Settings.require(patience >= 0, "rhythm.patience", patience, "0 or more");
        Settings.require(
                patience == 0 || validationSteps > 0,
                "rhythm.patience",
                patience,
                "0 where rhythm.validationSteps is 0: stopping early needs validations on the way");
    }
}
