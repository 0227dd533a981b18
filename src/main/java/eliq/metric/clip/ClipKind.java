package eliq.metric.clip;

import eliq.image.Pixels;
import eliq.metric.MetricException;
import eliq.metric.MetricFacts;
import java.util.List;

/** The metrics on CLIP models, and the model that each is published with. */
public enum ClipKind {
    /** 2.5 max(0, cosine), the text after "A photo depicts". */
    CLIP_SCORE(
            new MetricFacts(
                    "clipscore",
                    "CLIP score",
                    false,
                    true,
                    "Hessel et al.: CLIPScore: A Reference-free Evaluation Metric for Image Captioning, EMNLP 2021"),
            "openai/clip-vit-base-patch32") {
        @Override
        double score(ClipModel model, Pixels image, String prompt) throws MetricException {
            double cosine =
                    cosine(
                            model.image(image, ClipPreparation.Fit.CUT),
                            model.text("A photo depicts " + prompt));
            return 2.5 * Math.max(0, cosine);
        }
    },

    /**
     * The mean probability of the good text of antonym pairs. The publication takes a ResNet-50 without position embedding
     * and one pair of texts; this takes a vision transformer and pyiqa's three pairs, so its numbers are its own.
     */
    CLIP_IQA(
            new MetricFacts(
                    "clipiqa-vit",
                    "CLIP-IQA (ViT)",
                    false,
                    false,
                    "Wang, Chan, Loy: Exploring CLIP for Assessing the Look and Feel of Images, AAAI 2023; on a vision transformer, texts of pyiqa"),
            "openai/clip-vit-base-patch32") {
        @Override
        double score(ClipModel model, Pixels image, String prompt) throws MetricException {
            double[] features = model.image(image, ClipPreparation.Fit.CUT);
            double sum = 0;
            for (List<String> pair : ANTONYMS) {
                double good = cosine(features, model.text(pair.get(0)));
                double bad = cosine(features, model.text(pair.get(1)));
                sum += 1 / (1 + Math.exp(model.logitScale() * (bad - good)));
            }
            return sum / ANTONYMS.size();
        }
    },

    /** The cosine times the model's temperature. */
    PICK_SCORE(
            new MetricFacts(
                    "pickscore",
                    "PickScore",
                    false,
                    true,
                    "Kirstain et al.: Pick-a-Pic: An Open Dataset of User Preferences for Text-to-Image Generation, NeurIPS 2023"),
            "yuvalkirstain/PickScore_v1") {
        @Override
        double score(ClipModel model, Pixels image, String prompt) throws MetricException {
            return model.logitScale()
                    * cosine(model.image(image, ClipPreparation.Fit.CUT), model.text(prompt));
        }
    },

    /** The cosine, the picture filled to a square with black. */
    HPS(
            new MetricFacts(
                    "hpsv2",
                    "HPS v2",
                    false,
                    true,
                    "Wu et al.: Human Preference Score v2: A Solid Benchmark for Evaluating Human Preferences of Text-to-Image Synthesis, 2023"),
            "xswu/HPSv2") {
        @Override
        double score(ClipModel model, Pixels image, String prompt) throws MetricException {
            return cosine(model.image(image, ClipPreparation.Fit.FILL), model.text(prompt));
        }
    };

    private static final List<List<String>> ANTONYMS =
            List.of(
                    List.of("Good photo.", "Bad photo."),
                    List.of("High quality.", "Low quality."),
                    List.of("Sharp photo.", "Blurry photo."));

    private final MetricFacts facts;
    private final String model;

    ClipKind(MetricFacts facts, String model) {
        this.facts = facts;
        this.model = model;
    }

    public MetricFacts facts() {
        return facts;
    }

    /** The model it is published with, as the hub calls it. */
    public String model() {
        return model;
    }

    abstract double score(ClipModel model, Pixels image, String prompt) throws MetricException;

    private static double cosine(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
