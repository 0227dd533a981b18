package eliq.scorer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a training after an epoch as one safetensors file: parameters, both moments, the best parameters so far;
 * the rest as JSON in its metadata. One file is replaced as a whole, so that a killed process leaves a usable one.
 */
final class StateFile {
    private final Path file;
    private final String fingerprint;

    /**
     * @param fingerprint of the tuples and settings; a state with another one is refused
     */
    StateFile(Path file, String fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    void write(ScorerTrainer.Progress progress) throws ScorerException {
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        add(tensors, "parameters.", progress.state().parameters());
        add(tensors, "first.", progress.state().first());
        add(tensors, "second.", progress.state().second());
        add(tensors, "best.", progress.best());
        try {
            Map<String, String> metadata =
                    Map.of(
                            "format",
                            "pt",
                            "fingerprint",
                            fingerprint,
                            "steps",
                            Long.toString(progress.state().steps()),
                            "history",
                            Json.MAPPER.writeValueAsString(progress.history()));
            Tensors.write(file, tensors, metadata);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are always written", e);
        }
    }

    private static void add(
            List<SafetensorsWriter.Tensor> tensors, String prefix, Weights weights) {
        weights.tensors()
                .forEach(
                        (name, weight) ->
                                tensors.add(
                                        new SafetensorsWriter.Tensor(
                                                prefix + name, weight.shape(), weight.values())));
    }

    /** Empty where there is no such file yet. */
    Optional<ScorerTrainer.Progress> read(int hidden, NetworkSettings network)
            throws ScorerException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Safetensors tensors = Safetensors.open(file)) {
            Map<String, String> metadata = tensors.metadata();
            if (!fingerprint.equals(metadata.get("fingerprint"))) {
                throw new ScorerException(
                        file
                                + " is the state of a training with other images or settings;"
                                + " move it away to start anew");
            }
            List<Epoch> history =
                    Json.MAPPER.readValue(
                            metadata.get("history"), new TypeReference<List<Epoch>>() {});
            return Optional.of(
                    new ScorerTrainer.Progress(
                            new TrainingSteps.State(
                                    weights(tensors, "parameters.", hidden, network),
                                    weights(tensors, "first.", hidden, network),
                                    weights(tensors, "second.", hidden, network),
                                    Long.parseLong(metadata.get("steps"))),
                            weights(tensors, "best.", hidden, network),
                            history));
        } catch (TensorException | JsonProcessingException e) {
            throw new ScorerException(
                    "the training's state cannot be read, move it away to start anew: "
                            + e.getMessage(),
                    e);
        }
    }

    private Weights weights(Safetensors tensors, String prefix, int hidden, NetworkSettings network)
            throws TensorException, ScorerException {
        Map<String, Weights.Weight> weights = new LinkedHashMap<>();
        for (Map.Entry<String, long[]> each : Layout.of(hidden, network).entrySet()) {
            weights.put(
                    each.getKey(), Tensors.read(tensors, prefix + each.getKey(), each.getValue()));
        }
        return new Weights(weights);
    }
}
