package eliq.app.train;

import static eliq.app.form.Setting.front;
import static eliq.app.form.Setting.more;

import eliq.app.form.Setting;
import eliq.app.form.Setting.Kind;
import eliq.app.form.Setting.Option;
import eliq.backbone.Precision;
import eliq.backbone.TrainingMode;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.job.JobJson;
import java.util.Arrays;
import java.util.List;

/** The settings of stage 1 as people meet them. */
final class CriticForm {
    private CriticForm() {}

    private static final Kind WHOLE = new Kind.Whole();
    private static final Kind NUMBER = new Kind.Number();

    /** A value of a sealed type as it stands within its record. */
    private static String typed(Record value) {
        String fields = JobJson.write(value);
        String type = "{\"type\":\"" + value.getClass().getSimpleName() + "\"";
        return fields.equals("{}") ? type + "}" : type + "," + fields.substring(1);
    }

    static Kind aspects() {
        return new Kind.SomeOf(
                Arrays.stream(Aspect.values())
                        .map(aspect -> new Option(aspect.key(), "\"" + aspect.name() + "\""))
                        .toList());
    }

    static Kind families() {
        return new Kind.SomeOf(
                Arrays.stream(Family.values())
                        .map(family -> new Option(family.key(), "\"" + family.name() + "\""))
                        .toList());
    }

    static List<Setting> settings() {
        return List.of(
                front(
                        "training.length",
                        "Length",
                        "",
                        "",
                        "Passes over the set, or a number of optimiser steps.",
                        new Kind.OneOf(
                                List.of(
                                        new Option("epochs", "{\"type\":\"Epochs\",\"count\":1}"),
                                        new Option(
                                                "steps", "{\"type\":\"Steps\",\"count\":100}")))),
                front(
                                "training.length.count",
                                "How many",
                                "",
                                "",
                                "Of the length chosen above.",
                                WHOLE)
                        .countedIn("training.length"),
                front(
                        "training.batchSize",
                        "Batch",
                        "images",
                        "",
                        "Images in a forward pass: the more, the more memory.",
                        WHOLE),
                front(
                        "training.learningRate.peak",
                        "Learning rate",
                        "",
                        "η",
                        "Its peak, after the warm-up; then it falls along half a cosine.",
                        NUMBER),
                more(
                        "mode",
                        "What moves",
                        "",
                        "",
                        "Low-rank adapters beside the model, or the model's own parameters.",
                        new Kind.OneOf(
                                List.of(
                                        new Option(
                                                "adapters (LoRA)",
                                                typed(
                                                        new TrainingMode.Lora(
                                                                8,
                                                                16,
                                                                0,
                                                                TrainingMode.Lora
                                                                        .ALL_TEXT_LINEAR))),
                                        new Option(
                                                "all parameters",
                                                typed(new TrainingMode.FullParameter(false)))))),
                more("mode.rank", "Rank", "", "r", "Of the adapters.", WHOLE),
                more("mode.alpha", "Alpha", "", "α", "Adapters count α / r.", NUMBER),
                more("mode.dropout", "Dropout", "0..1", "", "On the adapters' input.", NUMBER),
                more(
                        "mode.vision",
                        "The vision tower too",
                        "",
                        "",
                        "Else only the text model moves.",
                        new Kind.Switch()),
                more(
                        "precision",
                        "Precision",
                        "",
                        "",
                        "What the base's weights are kept in; adapters are float32 always.",
                        new Kind.OneOf(
                                Arrays.stream(Precision.values())
                                        .map(p -> new Option(p.toString(), "\"" + p.name() + "\""))
                                        .toList())),
                more(
                        "checkpointing",
                        "Compute layers twice",
                        "",
                        "",
                        "Saves memory and costs time; done by itself where the base is large.",
                        new Kind.Switch()),
                more(
                        "training.accumulation",
                        "Accumulate",
                        "passes",
                        "",
                        "Forward passes in one step: a larger batch without its memory.",
                        WHOLE),
                more(
                        "split.threshold",
                        "Held out",
                        "share",
                        "",
                        "Share of the prompts that are tested on and never learned from.",
                        NUMBER),
                more("split.seed", "Split seed", "", "", "Chooses those prompts.", WHOLE),
                more("aspects", "Aspects", "", "d", "What the critic is asked about.", aspects()),
                more(
                        "families",
                        "Families",
                        "",
                        "I⁻",
                        "Kinds of negatives that are learned from.",
                        families()),
                more(
                        "balanceLabels",
                        "Balance low and high",
                        "",
                        "",
                        "Both answers of an aspect weigh the same in all.",
                        new Kind.Switch()),
                more(
                        "training.rhythm.validationSteps",
                        "Test every",
                        "steps",
                        "",
                        "On the held-out prompts; 0 for once, at the end.",
                        WHOLE),
                more(
                        "training.rhythm.patience",
                        "Patience",
                        "tests",
                        "",
                        "Stops after so many tests without progress and keeps the best; 0 for never.",
                        WHOLE),
                more(
                        "training.rhythm.checkpointSeconds",
                        "Checkpoint every",
                        "seconds",
                        "",
                        "How much is lost at most where the power fails.",
                        NUMBER),
                more(
                        "training.learningRate.warmUp",
                        "Warm-up",
                        "share",
                        "",
                        "Of the steps, over which the learning rate rises.",
                        NUMBER),
                more(
                        "training.learningRate.finalShare",
                        "Final rate",
                        "share",
                        "",
                        "Of the peak, where the cosine ends.",
                        NUMBER),
                more(
                        "training.optimizer.weightDecay",
                        "Weight decay",
                        "",
                        "λ",
                        "Pulls parameters to zero, apart from the gradient.",
                        NUMBER),
                more(
                        "training.optimizer.clippingNorm",
                        "Clip at",
                        "norm",
                        "",
                        "Gradients are scaled down to it; 0 for never.",
                        NUMBER),
                more("training.optimizer.beta1", "Beta 1", "", "β₁", "Of AdamW.", NUMBER),
                more("training.optimizer.beta2", "Beta 2", "", "β₂", "Of AdamW.", NUMBER),
                more("training.seed", "Order seed", "", "", "Of the examples' order.", WHOLE),
                more("modelSeed", "Model seed", "", "", "Of adapters and dropout.", WHOLE),
                more(
                        "training.producers",
                        "Loading threads",
                        "",
                        "",
                        "Prepare images ahead of the model.",
                        WHOLE),
                more(
                        "instructions.technical",
                        "Technical instruction",
                        "",
                        "",
                        "What the critic is asked about technical quality.",
                        new Kind.Words()),
                more(
                        "instructions.aesthetic",
                        "Aesthetic instruction",
                        "",
                        "",
                        "What the critic is asked about aesthetic quality.",
                        new Kind.Words()),
                more(
                        "instructions.alignment",
                        "Alignment instruction",
                        "",
                        "",
                        "What the critic is asked about alignment; {prompt} is the prompt's place.",
                        new Kind.Words()));
    }
}
