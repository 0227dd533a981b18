package eliq.app.train;

import static eliq.app.form.Setting.front;
import static eliq.app.form.Setting.more;

import eliq.app.form.Setting;
import eliq.app.form.Setting.Kind;
import eliq.app.form.Setting.Option;
import eliq.pairs.PromptSplit;
import eliq.scorer.CriticChoice;
import eliq.scorer.TrainScorerParameters;
import java.nio.file.Path;
import java.util.List;

/** The settings of stage 2 as people meet them. */
final class ScorerForm {
    private ScorerForm() {}

    private static final Kind WHOLE = new Kind.Whole();
    private static final Kind NUMBER = new Kind.Number();

    private static Option option(String label, String type) {
        return new Option(label, "{\"type\":\"" + type + "\"}");
    }

    private static Option constant(String label, String name) {
        return new Option(label, "\"" + name + "\"");
    }

    /** The settings before anybody chose any: some prompts are held out, so that there is something to test on. */
    static TrainScorerParameters usual() {
        TrainScorerParameters d =
                TrainScorerParameters.of("", CriticChoice.of(Path.of("")), "scorer", Path.of(""));
        return new TrainScorerParameters(
                d.tupleSet(),
                new PromptSplit(1, 0.1),
                d.critic(),
                d.families(),
                d.aspects(),
                d.network(),
                d.training(),
                d.batchImages(),
                d.name(),
                d.output());
    }

    static List<Setting> settings() {
        return List.of(
                front("training.epochs", "Epochs", "at most", "", "Passes over the tuples.", WHOLE),
                front(
                        "training.margin",
                        "Margin",
                        "raw score",
                        "m",
                        "By which a positive is to stand above its negative.",
                        NUMBER),
                front(
                        "training.learningRate",
                        "Learning rate",
                        "",
                        "η",
                        "Its peak, after the warm-up; then half a cosine to zero.",
                        NUMBER),
                more("training.batchTuples", "Batch", "tuples", "", "Tuples in one step.", WHOLE),
                more(
                        "training.patience",
                        "Patience",
                        "epochs",
                        "",
                        "Without progress before training stops; 0 for never.",
                        WHOLE),
                more(
                        "training.validationShare",
                        "For early stopping",
                        "share",
                        "",
                        "Of the prompts, that decide which epoch is kept.",
                        NUMBER),
                more(
                        "training.selection",
                        "Kept is the best by",
                        "",
                        "",
                        "On those prompts.",
                        new Kind.OneOf(
                                List.of(
                                        constant("ranking loss", "LOSS"),
                                        constant("pairs in order", "ACCURACY")))),
                more(
                        "heldOut.threshold",
                        "Held out",
                        "share",
                        "",
                        "Share of the prompts that take no part at all, kept for testing.",
                        NUMBER),
                more("heldOut.seed", "Split seed", "", "", "Chooses those prompts.", WHOLE),
                more(
                        "training.ranking",
                        "Ranking loss",
                        "",
                        "L_vis",
                        "One term for every kind of negative, as published, or a single one.",
                        new Kind.OneOf(
                                List.of(
                                        constant("all kinds (paper)", "MULTIPLE"),
                                        constant("one kind a step", "SINGLE")))),
                more(
                        "training.strengthTerms",
                        "Rank strengths too",
                        "",
                        "",
                        "A weaker degradation above a stronger one; the paper does not.",
                        new Kind.Switch()),
                more(
                        "training.strengthMargin",
                        "Strength margin",
                        "margins",
                        "",
                        "For a difference in strength of 1.",
                        NUMBER),
                more(
                        "training.strengthWeight",
                        "Strength weight",
                        "",
                        "",
                        "Of all strength terms together, beside 1 for the published term.",
                        NUMBER),
                more(
                        "training.marginGrowth",
                        "Margin growth",
                        "0..1",
                        "",
                        "How much the margin grows with a degradation's strength; 0 in the paper.",
                        NUMBER),
                more(
                        "training.promptDropout",
                        "Prompt dropout",
                        "share",
                        "",
                        "Of the tuples read without their prompt, so that visual does not lean on it.",
                        NUMBER),
                more("training.weightDecay", "Weight decay", "", "λ", "On matrices.", NUMBER),
                more(
                        "training.maximumNorm",
                        "Clip at",
                        "norm",
                        "",
                        "Gradients are scaled down to it.",
                        NUMBER),
                more(
                        "training.warmupSteps",
                        "Warm-up",
                        "steps",
                        "",
                        "Over which the learning rate rises.",
                        WHOLE),
                more("training.seed", "Seed", "", "", "Of first weights and order.", WHOLE),
                more(
                        "network.modelWidth",
                        "Width",
                        "",
                        "d_model",
                        "Of the Quality Query Transformer; a multiple of its heads.",
                        WHOLE),
                more("network.layers", "Layers", "", "", "Of its encoder.", WHOLE),
                more("network.heads", "Heads", "", "", "Of its attention.", WHOLE),
                more("network.feedForward", "Feed-forward", "", "", "Hidden width.", WHOLE),
                more(
                        "network.fusionWidth",
                        "Fusion width",
                        "",
                        "φ",
                        "Hidden width of the fusion; 0 for the model's own.",
                        WHOLE),
                more("network.dropout", "Dropout", "0..1", "", "While training.", NUMBER),
                more(
                        "network.fusion",
                        "Fusion",
                        "",
                        "g",
                        "How the technical and the aesthetic reading become one.",
                        new Kind.OneOf(
                                List.of(
                                        option("gates (paper)", "Gated"),
                                        option("mean", "Mean"),
                                        option("side by side", "Concatenation")))),
                more(
                        "network.head",
                        "Head",
                        "",
                        "QQT",
                        "What makes the two scores.",
                        new Kind.OneOf(
                                List.of(
                                        option("query transformer (paper)", "QueryTransformer"),
                                        option("perceptron", "Perceptron")))),
                more(
                        "network.evidence",
                        "Begin with the critic",
                        "",
                        "",
                        "Its answers, and how likely the image makes the prompt's words, are added to the scores.",
                        new Kind.OneOf(
                                List.of(
                                        option("nothing (paper)", "NONE"),
                                        option("answers", "ODDS"),
                                        option("answers and words", "ODDS_AND_WORDS")))),
                more(
                        "aspects",
                        "Aspects",
                        "",
                        "d",
                        "Of the negatives that are learned from.",
                        CriticForm.aspects()),
                more(
                        "families",
                        "Families",
                        "",
                        "I⁻",
                        "Kinds of negatives that are learned from.",
                        CriticForm.families()),
                more(
                        "batchImages",
                        "Reading batch",
                        "images",
                        "",
                        "That go through the critic together.",
                        WHOLE));
    }
}
