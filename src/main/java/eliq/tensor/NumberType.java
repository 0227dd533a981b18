package eliq.tensor;

/** What numbers native arrays of weights are made of. DJL does not know all of them; only kernels may read such arrays. */
public enum NumberType {
    FLOAT32(6, 4),
    BFLOAT16(15, 2),
    FLOAT16(5, 2),
    /**
     * Rows of signed bytes, symmetric about zero, with a scale for each row in its last four bytes, (128 a + b) * 2^c: a
     * matrix [out, in] is kept as [out, in + 4].
     */
    INT8(1, 1);

    /** Bytes at the end of a row of {@link #INT8} that hold its scale. */
    public static final int SCALE_BYTES = 4;

    private final int code;
    private final int bytes;

    NumberType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Libtorch's number for it. */
    int code() {
        return code;
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }

    /** Bytes that an array of this shape takes. */
    public long bytes(long... shape) {
        long values = 1;
        for (long size : shape) {
            values = Math.multiplyExact(values, size);
        }
        return values * bytes + (this == INT8 ? shape[0] * SCALE_BYTES : 0);
    }
}
