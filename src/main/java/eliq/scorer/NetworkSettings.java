package eliq.scorer;

/**
 * Shape of the scoring network. The publication leaves these values open; the defaults are choices, not yet compared with others
 * and are recorded with every scorer.
 *
 * @param fusionWidth hidden width of phi; 0 stands for the backbone's hidden size
 * @param modelWidth width of the Quality Query Transformer (d_model), a multiple of {@code heads}
 * @param layers of the transformer encoder
 * @param heads of its attention
 * @param feedForward hidden width of its position-wise networks
 * @param dropout on attention and feed-forward outputs while training, 0..1 (exclusive)
 */
public record NetworkSettings(
        int fusionWidth, int modelWidth, int layers, int heads, int feedForward, double dropout) {

    public static final NetworkSettings DEFAULT = new NetworkSettings(0, 128, 2, 4, 256, 0.1);

    public NetworkSettings {
        require(fusionWidth >= 0, "fusionWidth", fusionWidth, "0 or more");
        require(modelWidth >= 1, "modelWidth", modelWidth, "1 or more");
        require(layers >= 1, "layers", layers, "1 or more");
        require(heads >= 1 && modelWidth % heads == 0, "heads", heads, "a divisor of modelWidth");
        require(feedForward >= 1, "feedForward", feedForward, "1 or more");
        require(dropout >= 0 && dropout < 1, "dropout", dropout, "from 0 to below 1");
    }

    static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "scorer setting " + name + " is " + value + "; it has to be " + expected);
        }
    }
}
