package eliq.backbone.qwen3vl;

import eliq.backbone.TrainingExample;
import eliq.tensor.DeviceMemory;
import eliq.tensor.TensorException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a batch into parts whose intermediate results fit into memory; gradients add up to the same. */
final class TrainingBatches {
    /** More than this at once is no faster. */
    static final long PART_BYTES = 1L << 30;

    /** Upper estimate of the tokens of a question, for the estimate of memory only. */
    private static final int TOKENS_PER_QUESTION = 64;

    private TrainingBatches() {}

    /** The batch in runs of about the same work, one for each of the threads that work side by side. */
    static List<List<TrainingExample>> shares(
            List<TrainingExample> batch, Qwen3VlConfig config, int threads) {
        return Replica.shares(batch, example -> bytes(example, config, true, false), threads);
    }

    /**
     * @param trainVision whether what the vision tower computes is kept for its gradients
     * @param checkpointed whether the text model's layers are computed twice
     * @throws TensorException if not even one example's intermediate results fit into the machine's memory
     */
    static List<List<TrainingExample>> split(
            List<TrainingExample> batch,
            Qwen3VlConfig config,
            boolean trainVision,
            boolean checkpointed)
            throws TensorException {
        List<List<TrainingExample>> parts = new ArrayList<>();
        List<TrainingExample> part = new ArrayList<>();
        long bytes = 0;
        for (TrainingExample example : batch) {
            long more = bytes(example, config, trainVision, checkpointed);
            DeviceMemory.require(more, "a training step on one image ");
            if (!part.isEmpty() && bytes + more > PART_BYTES) {
                parts.add(List.copyOf(part));
                part.clear();
                bytes = 0;
            }
            part.add(example);
            bytes += more;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static long bytes(
            TrainingExample example,
            Qwen3VlConfig config,
            boolean trainVision,
            boolean checkpointed) {
        long patches = (long) example.image().rows() * example.image().columns();
        return bytes(patches, example.questions().size(), config, trainVision, checkpointed);
    }

    /** Bytes of the intermediate results of one image with so many questions. */
    static long bytes(
            long patches,
            int questions,
            Qwen3VlConfig config,
            boolean trainVision,
            boolean checkpointed) {
        long merged = patches / ((long) config.vision().merge() * config.vision().merge());
        long tokens = merged + (long) questions * TOKENS_PER_QUESTION;
        Qwen3VlConfig.Vision v = config.vision();
        long vision =
                Qwen3VlLimits.visionBytes(v)
                        + (trainVision ? v.blocks() * Qwen3VlLimits.visionBlockBytes(v) : 0);
        // Where layers are computed twice, their inputs are kept and one layer's results.
        Qwen3VlConfig.Text t = config.text();
        long text =
                checkpointed
                        ? Qwen3VlLimits.textBytes(t) + (long) t.layers() * t.hidden() * Float.BYTES
                        : t.layers() * Qwen3VlLimits.textBytes(t);
        return patches * vision + tokens * text;
    }
}
