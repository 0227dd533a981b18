package eliq.benchmark;

/** A curve over standardised scores, with its derivatives by the parameters. */
interface Curve {

    int parameters();

    double value(double[] b, double z);

    /**
     * @param gradient [parameters] receives the derivatives
     */
    double value(double[] b, double z, double[] gradient);

    /**
     * The curve's part that is not linear in its parameters, between 0 and 1: what remains is linear.
     *
     * @param place of the bend
     * @param width of the bend, positive
     */
    default double bend(double place, double width, double z) {
        return sigmoid((z - place) / width);
    }

    /** Parameters of the curve {@code offset + height * bend + slope * z}. */
    double[] of(double place, double width, double offset, double height, double slope);

    /** Whether the slope is free, or zero. */
    boolean sloped();

    static Curve of(Mapping.Kind kind) {
        return switch (kind) {
            case LOGISTIC4 -> Four.INSTANCE;
            case LOGISTIC5 -> Five.INSTANCE;
            case LINE -> Line.INSTANCE;
        };
    }

    static double sigmoid(double t) {
        return t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
    }

    /** Four parameters. */
    enum Four implements Curve {
        INSTANCE;

        @Override
        public int parameters() {
            return 4;
        }

        @Override
        public double value(double[] b, double z) {
            return b[1] + (b[0] - b[1]) * sigmoid((z - b[2]) / Math.abs(b[3]));
        }

        @Override
        public double value(double[] b, double z, double[] gradient) {
            double width = Math.abs(b[3]);
            double t = (z - b[2]) / width;
            double g = sigmoid(t);
            double steep = (b[0] - b[1]) * g * (1 - g) / width;
            gradient[0] = g;
            gradient[1] = 1 - g;
            gradient[2] = -steep;
            gradient[3] = -steep * t * Math.signum(b[3]);
            return b[1] + (b[0] - b[1]) * g;
        }

        @Override
        public double[] of(double place, double width, double offset, double height, double slope) {
            return new double[] {offset + height, offset, place, width};
        }

        @Override
        public boolean sloped() {
            return false;
        }
    }

    /** Five parameters. */
    enum Five implements Curve {
        INSTANCE;

        @Override
        public int parameters() {
            return 5;
        }

        @Override
        public double value(double[] b, double z) {
            // 1/2 - 1/(1 + exp(t)) is sigmoid(t) - 1/2.
            return b[0] * (sigmoid(b[1] * (z - b[2])) - 0.5) + b[3] * z + b[4];
        }

        @Override
        public double value(double[] b, double z, double[] gradient) {
            double g = sigmoid(b[1] * (z - b[2]));
            double steep = b[0] * g * (1 - g);
            gradient[0] = g - 0.5;
            gradient[1] = steep * (z - b[2]);
            gradient[2] = -steep * b[1];
            gradient[3] = z;
            gradient[4] = 1;
            return b[0] * (g - 0.5) + b[3] * z + b[4];
        }

        @Override
        public double[] of(double place, double width, double offset, double height, double slope) {
            return new double[] {height, 1 / width, place, slope, offset + height / 2};
        }

        @Override
        public boolean sloped() {
            return true;
        }
    }

    /** A straight line. */
    enum Line implements Curve {
        INSTANCE;

        @Override
        public int parameters() {
            return 2;
        }

        @Override
        public double value(double[] b, double z) {
            return b[0] + b[1] * z;
        }

        @Override
        public double value(double[] b, double z, double[] gradient) {
            gradient[0] = 1;
            gradient[1] = z;
            return value(b, z);
        }

        @Override
        public double[] of(double place, double width, double offset, double height, double slope) {
            return new double[] {offset, slope};
        }

        @Override
        public boolean sloped() {
            return true;
        }
    }
}
