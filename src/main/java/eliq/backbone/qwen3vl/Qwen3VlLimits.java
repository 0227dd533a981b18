package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;

/** What must hold before native code sees an input, and how much memory a pass will take. */
final class Qwen3VlLimits {
    private Qwen3VlLimits() {}

    /**
     * @throws BackboneException if the patches do not fit the model's geometry
     */
    static void check(PreparedImage image, Qwen3VlConfig.Vision v) throws BackboneException {
        long expected = (long) image.rows() * image.columns() * v.patchValues();
        if (image.rows() < 1
                || image.columns() < 1
                || image.rows() % v.merge() != 0
                || image.columns() % v.merge() != 0
                || image.patches().length != expected) {
            throw new BackboneException(
                    "an image of "
                            + image.rows()
                            + " x "
                            + image.columns()
                            + " patches and "
                            + image.patches().length
                            + " bytes does not fit a model with "
                            + v.patchValues()
                            + " bytes a patch and "
                            + v.merge()
                            + " x "
                            + v.merge()
                            + " patches a token");
        }
    }

    /** Bytes that reading takes for each patch of the vision tower, at its widest point. */
    static long visionBytes(Qwen3VlConfig.Vision v) {
        return Float.BYTES * (4L * v.patchValues() + 10L * v.hidden() + 3L * v.mlp());
    }

    /** Bytes that a block keeps of each patch for its gradients. */
    static long visionBlockBytes(Qwen3VlConfig.Vision v) {
        return Float.BYTES * (12L * v.hidden() + 3L * v.mlp());
    }

    /** Bytes that reading takes for each token of the text model, at its widest point. */
    static long textBytes(Qwen3VlConfig.Text t) {
        return Float.BYTES * (8L * t.hidden() + 3L * t.mlp() + 8L * t.heads() * t.headSize());
    }
}
