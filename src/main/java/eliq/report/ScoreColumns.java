package eliq.report;

import eliq.scorer.ImageScore;
import eliq.scorer.ScoredImage;
import java.util.List;
import java.util.Optional;

/** The scores of images as rows: the same columns wherever they are printed or kept. */
public final class ScoreColumns {
    /** The image and its prompt, the scores, then why there are none. */
    public static final List<Column> ALL =
            List.of(
                    Column.text("image", "Image"),
                    Column.text("prompt", "Prompt"),
                    Column.number("visual", "Visual", 3),
                    Column.number("alignment", "Alignment", 3),
                    Column.number("technical_high", "Technical", 3),
                    Column.number("aesthetic_high", "Aesthetic", 3),
                    Column.number("alignment_high", "Aligned", 3),
                    Column.number("gate_technical", "Gate tec", 3),
                    Column.number("gate_aesthetic", "Gate aes", 3),
                    Column.text("error", "Error"));

    private ScoreColumns() {}

    /** @param prompt as it is to be shown */
    public static List<?> row(ScoredImage image, Optional<String> prompt) {
        return List.of(
                image.image(),
                prompt,
                image.visual(),
                image.alignment(),
                image.technicalHigh(),
                image.aestheticHigh(),
                image.alignmentHigh(),
                image.gateTechnical(),
                image.gateAesthetic(),
                image.error());
    }

    /** @param image path or name of what was scored with this prompt */
    public static List<?> row(String image, String prompt, ImageScore score) {
        return List.of(
                image,
                prompt,
                score.visual(),
                score.alignment(),
                score.technicalHigh(),
                score.aestheticHigh(),
                score.alignmentHigh(),
                score.technicalGate(),
                score.aestheticGate(),
                Optional.empty());
    }
}
