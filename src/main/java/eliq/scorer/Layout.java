package eliq.scorer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which parameters a scoring network has. With h the backbone's hidden size, f the fusion width, d the model width, e the
 * feed-forward width, and n the number of embeddings that phi takes (1 for the mean, else 2):
 *
 * <pre>
 * fusion.technical_gate.weight [h, 2h]    W_tec, without bias as published; gated fusion only
 * fusion.aesthetic_gate.weight [h, 2h]    W_aes
 * fusion.phi.0.weight [f, n h], .bias [f] phi, hidden layer
 * fusion.phi.1.weight [h, f], .bias [h]   phi, output
 * no_prompt [h]                           stands for z_ali where there is no prompt
 *
 * qqt.query.visual [2h], qqt.query.alignment [2h]
 * qqt.projection.weight [d, 2h]           W_proj
 * qqt.position [3, d]                     E_pos
 * qqt.layers.I.attention_norm, .attention.qkv, .attention.output, .feed_forward_norm, .feed_forward.0, .feed_forward.1
 * qqt.norm                                after the last layer
 *
 * mlp.projection.weight [d, 2h]           with a perceptron in the transformer's place
 * mlp.layers.I.feed_forward_norm, .feed_forward.0, .feed_forward.1
 * mlp.norm
 *
 * head.visual.0, .1 and head.alignment.0, .1
 *
 * odds.visual [2]                         weights of the critic's log-odds, where they are added
 * odds.alignment [1]                      likewise
 * words.alignment [1]                     weight of what the image does for the prompt's words, where that is added
 * </pre>
 */
final class Layout {
    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final NetworkSettings settings;
    private final long h;
    private final long d;

    private Layout(int hidden, NetworkSettings settings) {
        this.settings = settings;
        this.h = hidden;
        this.d = settings.modelWidth();
    }

    /** Name to shape of every parameter. */
    static Map<String, long[]> of(int hidden, NetworkSettings settings) {
        Layout layout = new Layout(hidden, settings);
        layout.fusion();
        switch (settings.head()) {
            case Head.QueryTransformer transformer -> layout.transformer();
            case Head.Perceptron perceptron -> layout.perceptron();
        }
        for (String head : new String[] {"head.visual", "head.alignment"}) {
            layout.linear(head + ".0", layout.d, layout.d);
            layout.linear(head + ".1", 1, layout.d);
        }
        if (settings.evidence() != CriticEvidence.NONE) {
            layout.shapes.put("odds.visual", new long[] {2});
            layout.shapes.put("odds.alignment", new long[] {1});
        }
        if (settings.evidence() == CriticEvidence.ODDS_AND_WORDS) {
            layout.shapes.put("words.alignment", new long[] {1});
        }
        return layout.shapes;
    }

    private void fusion() {
        long f = settings.fusionWidth() == 0 ? h : settings.fusionWidth();
        if (settings.fusion() instanceof Fusion.Gated) {
            shapes.put("fusion.technical_gate.weight", new long[] {h, 2 * h});
            shapes.put("fusion.aesthetic_gate.weight", new long[] {h, 2 * h});
        }
        linear("fusion.phi.0", f, settings.fusion() instanceof Fusion.Mean ? h : 2 * h);
        linear("fusion.phi.1", h, f);
        shapes.put("no_prompt", new long[] {h});
    }

    private void transformer() {
        shapes.put("qqt.query.visual", new long[] {2 * h});
        shapes.put("qqt.query.alignment", new long[] {2 * h});
        shapes.put("qqt.projection.weight", new long[] {d, 2 * h});
        shapes.put("qqt.position", new long[] {3, d});
        for (int i = 0; i < settings.layers(); i++) {
            String layer = "qqt.layers." + i + ".";
            norm(layer + "attention_norm");
            linear(layer + "attention.qkv", 3 * d, d);
            linear(layer + "attention.output", d, d);
            feedForward(layer);
        }
        norm("qqt.norm");
    }

    private void perceptron() {
        shapes.put("mlp.projection.weight", new long[] {d, 2 * h});
        for (int i = 0; i < settings.layers(); i++) {
            feedForward("mlp.layers." + i + ".");
        }
        norm("mlp.norm");
    }

    private void feedForward(String layer) {
        norm(layer + "feed_forward_norm");
        linear(layer + "feed_forward.0", settings.feedForward(), d);
        linear(layer + "feed_forward.1", d, settings.feedForward());
    }

    private void linear(String name, long out, long in) {
        shapes.put(name + ".weight", new long[] {out, in});
        shapes.put(name + ".bias", new long[] {out});
    }

    private void norm(String name) {
        shapes.put(name + ".weight", new long[] {d});
        shapes.put(name + ".bias", new long[] {d});
    }
}
