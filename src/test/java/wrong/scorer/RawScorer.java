package wrong.scorer;

import ai.djl.pytorch.jni.JniUtils;

/** Calls kernels past the package that checks their arguments. */
final class RawScorer {
    private RawScorer() {}

    static void forbidden() {
        JniUtils.setGradMode(false);
    }
}
