package eliq.app.benchmark;

import eliq.benchmark.Residual;

/** What people and a method said of an image, in words. What the curve adds has the decimals that ratings of its size need. */
record ResidualWords(Residual residual) {
    private static final int FEWEST = 2;
    private static final int MOST = 9;

    /** One line each for rating, score and, where there is one, the curve. */
    String numbers() {
        String text =
                "Rating "
                        + Words.exact(residual.rating())
                        + "\nScore "
                        + Words.exact(residual.score());
        return Double.isFinite(residual.curve())
                ? text + "\nBy the curve " + onTheirScale(residual.curve()) + ": " + opinion()
                : text;
    }

    /** Rating less curve, with its sign. */
    String difference() {
        return Words.signed(residual.value(), decimals());
    }

    /** Both ends of the difference. */
    String facts() {
        return "rated "
                + onTheirScale(residual.rating())
                + ", by score "
                + onTheirScale(residual.curve());
    }

    private String opinion() {
        double value = residual.value();
        String much = onTheirScale(Math.abs(value));
        return much.equals(onTheirScale(0))
                ? "as people see it"
                : "people liked it " + much + (value > 0 ? " more" : " less");
    }

    private String onTheirScale(double value) {
        return Words.fixed(value, decimals());
    }

    private int decimals() {
        double rating = Math.abs(residual.rating());
        double size =
                Double.isFinite(residual.curve())
                        ? Math.max(rating, Math.abs(residual.curve()))
                        : rating;
        return size > 0
                ? Math.clamp(FEWEST - (int) Math.floor(Math.log10(size)), FEWEST, MOST)
                : FEWEST;
    }
}
