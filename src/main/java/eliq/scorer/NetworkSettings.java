package eliq.scorer;

/**
 * Shape of the scoring network. The publication leaves the sizes open; the defaults are choices (docs/decisions) and are
 * recorded with every scorer.
 *
 * @param fusionWidth hidden width of phi; 0 stands for the backbone's hidden size
 * @param modelWidth width of the Quality Query Transformer (d_model), a multiple of {@code heads}
 * @param layers of the transformer encoder
 * @param heads of its attention
 * @param feedForward hidden width of its position-wise networks
 * @param dropout on attention and feed-forward outputs while training, 0..1 (exclusive)
 * @param fusion of the technical and the aesthetic embedding
 * @param head what makes scores of the fused embedding
 * @param evidence what the critic itself says that is added to the scores, with weights of its own: training then begins
 *     with that and learns what to add to it. The published network has only the embeddings
 */
public record NetworkSettings(
        int fusionWidth,
        int modelWidth,
        int layers,
        int heads,
        int feedForward,
        double dropout,
        Fusion fusion,
        Head head,
        CriticEvidence evidence) {

    public static final NetworkSettings DEFAULT =
            new NetworkSettings(0, 128, 2, 4, 256, 0.1).with(CriticEvidence.ODDS_AND_WORDS);

    /** The published network in this size: gates and the Quality Query Transformer. */
    public NetworkSettings(
            int fusionWidth,
            int modelWidth,
            int layers,
            int heads,
            int feedForward,
            double dropout) {
        this(
                fusionWidth,
                modelWidth,
                layers,
                heads,
                feedForward,
                dropout,
                new Fusion.Gated(),
                new Head.QueryTransformer(),
                CriticEvidence.NONE);
    }

    public NetworkSettings {
        require(fusionWidth >= 0, "fusionWidth", fusionWidth, "0 or more");
        require(modelWidth >= 1, "modelWidth", modelWidth, "1 or more");
        require(layers >= 1, "layers", layers, "1 or more");
        require(heads >= 1 && modelWidth % heads == 0, "heads", heads, "a divisor of modelWidth");
        require(feedForward >= 1, "feedForward", feedForward, "1 or more");
        require(dropout >= 0 && dropout < 1, "dropout", dropout, "from 0 to below 1");
    }

    /** The same with another fusion. */
    public NetworkSettings with(Fusion other) {
        return new NetworkSettings(
                fusionWidth,
                modelWidth,
                layers,
                heads,
                feedForward,
                dropout,
                other,
                head,
                evidence);
    }

    /** The same with another head. */
    public NetworkSettings with(Head other) {
        return new NetworkSettings(
                fusionWidth,
                modelWidth,
                layers,
                heads,
                feedForward,
                dropout,
                fusion,
                other,
                evidence);
    }

    /** The same with other evidence of the critic's own. */
    public NetworkSettings with(CriticEvidence other) {
        return new NetworkSettings(
                fusionWidth, modelWidth, layers, heads, feedForward, dropout, fusion, head, other);
    }

    static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "scorer setting " + name + " is " + value + "; it has to be " + expected);
        }
    }
}
