package eliq.scorer;

/** The equations of stage 2 for one image, written out in plain Java doubles, independent of the tensor engine. */
final class ReferenceNetwork {
    private final Weights weights;
    private final NetworkSettings settings;
    private final int h;

    ReferenceNetwork(Weights weights, NetworkSettings settings, int h) {
        this.weights = weights;
        this.settings = settings;
        this.h = h;
    }

    /** {s_vis, s_ali, mean g_tec, mean g_aes}. */
    double[] score(double[] zTec, double[] zAes, double[] zAli, float[] said) {
        double[] gates = {0.5, 0.5};
        double[] zVis =
                switch (settings.fusion()) {
                    case Fusion.Gated gated -> gated(zTec, zAes, gates);
                    case Fusion.Mean mean -> {
                        double[] half = add(zTec, zAes);
                        for (int i = 0; i < h; i++) {
                            half[i] /= 2;
                        }
                        yield phi(half);
                    }
                    case Fusion.Concatenation concatenation -> {
                        gates[0] = 1;
                        gates[1] = 1;
                        yield phi(join(zTec, zAes));
                    }
                };
        double[] ali = zAli == null ? values("no_prompt") : zAli;
        double[][] states =
                settings.head() instanceof Head.Perceptron
                        ? perceived(join(zVis, ali))
                        : transformed(join(zVis, ali));
        double visual = head("head.visual", states[0]);
        double alignment = head("head.alignment", states[1]);
        if (settings.evidence() != CriticEvidence.NONE) {
            double[] weights = values("odds.visual");
            visual += weights[0] * said[0] + weights[1] * said[1];
            alignment += values("odds.alignment")[0] * said[2];
        }
        if (settings.evidence() == CriticEvidence.ODDS_AND_WORDS) {
            alignment += values("words.alignment")[0] * said[3];
        }
        return new double[] {visual, alignment, gates[0], gates[1]};
    }

    private double[] gated(double[] zTec, double[] zAes, double[] means) {
        double[] both = join(zTec, zAes);
        double[] gTec = multiply("fusion.technical_gate", both);
        double[] gAes = multiply("fusion.aesthetic_gate", both);
        double[] gated = new double[2 * h];
        means[0] = 0;
        means[1] = 0;
        for (int i = 0; i < h; i++) {
            double tec = 1 / (1 + Math.exp(-gTec[i]));
            double aes = 1 / (1 + Math.exp(-gAes[i]));
            gated[i] = zTec[i] * tec;
            gated[h + i] = zAes[i] * aes;
            means[0] += tec / h;
            means[1] += aes / h;
        }
        return phi(gated);
    }

    private double[] phi(double[] x) {
        return linear("fusion.phi.1", gelu(linear("fusion.phi.0", x)));
    }

    private double[][] perceived(double[] joined) {
        double[] x = multiply("mlp.projection", joined);
        for (int layer = 0; layer < settings.layers(); layer++) {
            x = fed("mlp.layers." + layer + ".", x);
        }
        double[] state = norm("mlp.norm", x);
        return new double[][] {state, state};
    }

    private double[] fed(String name, double[] x) {
        double[] inner = norm(name + "feed_forward_norm", x);
        return add(
                x, linear(name + "feed_forward.1", gelu(linear(name + "feed_forward.0", inner))));
    }

    private double[][] transformed(double[] joined) {
        double[][] x = {
            multiply("qqt.projection", joined),
            multiply("qqt.projection", values("qqt.query.visual")),
            multiply("qqt.projection", values("qqt.query.alignment"))
        };
        int d = settings.modelWidth();
        double[] position = values("qqt.position");
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < d; i++) {
                x[t][i] += position[t * d + i];
            }
        }
        for (int layer = 0; layer < settings.layers(); layer++) {
            String name = "qqt.layers." + layer + ".";
            double[][] attended = attend(name, x);
            for (int t = 0; t < 3; t++) {
                x[t] = add(x[t], attended[t]);
                x[t] = fed(name, x[t]);
            }
        }
        return new double[][] {norm("qqt.norm", x[1]), norm("qqt.norm", x[2])};
    }

    private double[][] attend(String name, double[][] x) {
        int d = settings.modelWidth();
        int width = d / settings.heads();
        double[][] qkv = new double[3][];
        for (int t = 0; t < 3; t++) {
            qkv[t] = linear(name + "attention.qkv", norm(name + "attention_norm", x[t]));
        }
        double[][] result = new double[3][];
        for (int t = 0; t < 3; t++) {
            double[] mixed = new double[d];
            for (int head = 0; head < settings.heads(); head++) {
                double[] share = new double[3];
                double sum = 0;
                for (int u = 0; u < 3; u++) {
                    double dot = 0;
                    for (int i = head * width; i < (head + 1) * width; i++) {
                        dot += qkv[t][i] * qkv[u][d + i];
                    }
                    share[u] = Math.exp(dot / Math.sqrt(width));
                    sum += share[u];
                }
                for (int u = 0; u < 3; u++) {
                    for (int i = head * width; i < (head + 1) * width; i++) {
                        mixed[i] += share[u] / sum * qkv[u][2 * d + i];
                    }
                }
            }
            result[t] = linear(name + "attention.output", mixed);
        }
        return result;
    }

    private double head(String name, double[] state) {
        return linear(name + ".1", gelu(linear(name + ".0", state)))[0];
    }

    private double[] values(String name) {
        float[] narrow = weights.get(name).values();
        double[] wide = new double[narrow.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = narrow[i];
        }
        return wide;
    }

    private double[] multiply(String name, double[] x) {
        double[] w = values(name + ".weight");
        double[] y = new double[w.length / x.length];
        for (int o = 0; o < y.length; o++) {
            for (int i = 0; i < x.length; i++) {
                y[o] += w[o * x.length + i] * x[i];
            }
        }
        return y;
    }

    private double[] linear(String name, double[] x) {
        return add(multiply(name, x), values(name + ".bias"));
    }

    private double[] norm(String name, double[] x) {
        double mean = 0;
        double variance = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        for (double value : x) {
            variance += (value - mean) * (value - mean) / x.length;
        }
        double[] scale = values(name + ".weight");
        double[] shift = values(name + ".bias");
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (x[i] - mean) / Math.sqrt(variance + 1e-5) * scale[i] + shift[i];
        }
        return y;
    }

    private static double[] gelu(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * 0.5 * (1 + erf(x[i] / Math.sqrt(2)));
        }
        return y;
    }

    /** By its power series, which converges everywhere; exact to rounding for the |x| < 5 met here. */
    private static double erf(double x) {
        if (Math.abs(x) > 5) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < 200 && Math.abs(term) > 1e-18; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    private static double[] add(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    private static double[] join(double[] a, double[] b) {
        double[] both = new double[a.length + b.length];
        System.arraycopy(a, 0, both, 0, a.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
