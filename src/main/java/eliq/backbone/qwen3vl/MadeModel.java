package eliq.backbone.qwen3vl;

import java.nio.file.Path;

/**
 * A random checkpoint.
 *
 * @param bytes of its tensors
 * @param parameters how many values these are
 * @param files that hold them
 */
public record MadeModel(Path folder, long bytes, long parameters, int files) {}
