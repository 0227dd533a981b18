package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.Numerics;
import eliq.backbone.TrainingMode;
import eliq.tensor.AdamW;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an interrupted training goes on from: one file with the optimiser's arrays and whose they are. Only on the tensor
 * thread.
 */
record TrainingState(TrainingMode mode, long seed, Numerics numerics) {
    private static final String FILE = "state.safetensors";

    /**
     * @param passes made so far, on which dropout depends
     */
    void save(Path folder, AdamW optimizer, long passes) throws TensorException {
        SafetensorsWriter.write(
                folder.resolve(FILE),
                optimizer.state(),
                SafetensorsWriter.Precision.F32,
                Map.of(
                        "steps", Long.toString(optimizer.steps()),
                        "passes", Long.toString(passes),
                        "seed", Long.toString(seed),
                        "mode", mode.toString(),
                        "numerics", numerics.toString()));
    }

    /**
     * @return passes made until then
     * @throws BackboneException if the state is that of another training
     */
    long load(Path folder, AdamW optimizer) throws BackboneException, TensorException {
        try (Safetensors file = Safetensors.open(folder.resolve(FILE))) {
            requireOurs(file);
            optimizer.restore(file, number(file, "steps"));
            return number(file, "passes");
        }
    }

    private void requireOurs(Safetensors file) throws BackboneException {
        Map<String, String> facts = file.metadata();
        if (!mode.toString().equals(facts.get("mode"))
                || !Long.toString(seed).equals(facts.get("seed"))) {
            throw new BackboneException(
                    file.file()
                            + ": was saved by another training ("
                            + facts.get("mode")
                            + ", seed "
                            + facts.get("seed")
                            + "), this one is "
                            + mode
                            + ", seed "
                            + seed);
        }
        // States of earlier versions were all float32.
        String before = facts.getOrDefault("numerics", Numerics.FLOAT32.toString());
        if (!before.equals(numerics.toString())) {
            throw new BackboneException(
                    file.file()
                            + ": was saved by a training in "
                            + before
                            + ", this one is in "
                            + numerics
                            + "; go on as it was begun (--dtype, ELIQ_PRODUCTS)");
        }
    }

    private static long number(Safetensors file, String key) throws BackboneException {
        String value = file.metadata().getOrDefault(key, "");
        if (!value.matches("[0-9]{1,18}")) {
            throw new BackboneException(file.file() + ": has no number for '" + key + "'");
        }
        return Long.parseLong(value);
    }
}
