package eliq.backbone.qwen3vl;

/**
 * How much arithmetic a pass is: multiplications and additions of matrix products and attention, in 1e9. What is thrown
 * away is not counted: the upper half of causal attention, and what the last layer would give for tokens nobody asks for.
 *
 * @param config of the model
 */
record PassWork(Qwen3VlConfig config) {

    /** The vision tower over one image of so many patches. */
    double vision(long patches) {
        Qwen3VlConfig.Vision v = config.vision();
        double n = patches;
        double h = v.hidden();
        double unit = (double) v.merge() * v.merge();
        double joined = h * unit;
        double embedding = n * h * v.patchValues() / v.temporalPatch();
        double blocks = v.blocks() * (n * (4 * h * h + 2 * h * v.mlp()) + 2 * n * n * h);
        double mergers =
                (1 + v.deepstack().size()) * n / unit * (joined * joined + joined * v.outHidden());
        return 2 * (embedding + blocks + mergers) / 1e9;
    }

    /**
     * The text model.
     *
     * @param prefix tokens that attend causally
     * @param tails tokens of all questions, which attend to the prefix and to each other
     * @param asked tokens of them that are answered
     */
    double text(long prefix, long tails, long asked) {
        Qwen3VlConfig.Text t = config.text();
        double tokens = prefix + tails;
        double h = t.hidden();
        double q = (double) t.heads() * t.headSize();
        double k = (double) t.keyValueHeads() * t.headSize();
        double keys = 2 * h * k;
        double rest = 2 * h * q + 3 * h * t.mlp();
        double attention = 2 * q * (0.5 * prefix * prefix + tails * tokens);
        double last = tokens * keys + asked * (rest + 2 * q * tokens);
        double layers = (t.layers() - 1) * (tokens * (keys + rest) + attention) + last;
        return 2 * (layers + asked * h * t.vocabulary()) / 1e9;
    }
}
