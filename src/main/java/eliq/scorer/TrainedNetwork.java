package eliq.scorer;

import java.util.List;

/**
 * What a training leaves: plain data, to be saved or scored with.
 *
 * @param weights of the epoch with the best validation
 * @param history all epochs
 */
public record TrainedNetwork(
        Standardisation standardisation,
        NetworkSettings network,
        TrainingSettings training,
        Weights weights,
        List<Epoch> history) {

    public TrainedNetwork {
        history = List.copyOf(history);
    }

    /** The epoch whose weights these are. */
    public Epoch bestEpoch() {
        return Epoch.best(history);
    }
}
