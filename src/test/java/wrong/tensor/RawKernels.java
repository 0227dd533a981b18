package wrong.tensor;

import ai.djl.pytorch.jni.JniUtils;

/** May call kernels, being in the one package that may. */
final class RawKernels {
    private RawKernels() {}

    static void allowed() {
        JniUtils.setGradMode(false);
    }
}
