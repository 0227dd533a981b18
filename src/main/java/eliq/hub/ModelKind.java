package eliq.hub;

import java.util.Locale;

/** What a model is for. */
public enum ModelKind {
    /** A multimodal model that can read images here (Qwen3-VL). */
    BACKBONE,
    /** A backbone's adapter with its questions: {@code critic.json}. */
    CRITIC,
    /** Makes scores of a critic's readings: {@code scorer.json}. */
    SCORER,
    /** A PEFT adapter without questions. */
    ADAPTER,
    /** Another model, such as those that metrics use. */
    OTHER;

    /** Lower-case name. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
