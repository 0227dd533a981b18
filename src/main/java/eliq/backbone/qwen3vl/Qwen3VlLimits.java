package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingImage;

/** What must hold before native code sees an input, and how much memory a pass will take. */
final class Qwen3VlLimits {
    private Qwen3VlLimits() {}

    /**
     * @throws BackboneException if the patches do not fit the model's geometry
     */
    static void check(TrainingImage image, Qwen3VlConfig.Vision v) throws BackboneException {
        switch (image) {
            case PreparedImage prepared -> check(prepared, v);
            case ImageStates states -> check(states, v);
        }
    }

    private static void check(ImageStates states, Qwen3VlConfig.Vision v) throws BackboneException {
        long tokens = (long) states.rows() * states.columns() / ((long) v.merge() * v.merge());
        long expected = tokens * v.tokenWidth();
        boolean whole =
                states.rows() > 0
                        && states.columns() > 0
                        && states.rows() % v.merge() == 0
                        && states.columns() % v.merge() == 0;
        if (!whole
                || states.levels().size() != 1 + v.deepstack().size()
                || states.levels().stream().anyMatch(level -> level.length != expected)) {
            throw new BackboneException(
                    "states of %d x %d patches in %d levels do not fit a model with %d levels of %d values a token"
                            .formatted(
                                    states.rows(),
                                    states.columns(),
                                    states.levels().size(),
                                    1 + v.deepstack().size(),
                                    v.tokenWidth()));
        }
    }

    private static void check(PreparedImage image, Qwen3VlConfig.Vision v)
            throws BackboneException {
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
