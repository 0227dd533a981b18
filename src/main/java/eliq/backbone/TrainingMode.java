package eliq.backbone;

import java.util.List;

/** Which parameters move. */
public sealed interface TrainingMode {

    /** Every parameter of the text model, and of the vision tower too where {@code vision} is set. */
    record FullParameter(boolean vision) implements TrainingMode {}

    /**
     * Every parameter but the patch embedding and the first block of the vision tower, which stand still: filters that were
     * designed. An optimiser that moves every entry by about as much leaks low frequencies, which hold nearly all of a
     * picture's power, into the filters of high ones, and noise and compression can no longer be told from texture.
     */
    record AfterFirstBlock() implements TrainingMode {}

    /**
     * Every parameter of the text model, and the linear layers of the mergers, which turn the vision tower's patches into
     * its image tokens. The rest of the tower stands still.
     */
    record TextAndMergers() implements TrainingMode {}

    /**
     * Low-rank adapters y = Wx + (alpha / rank) B(Ax), as PEFT writes them.
     *
     * @param dropout on the adapter's input, 0..1
     * @param targets names of linear layers, such as {@code q_proj}
     */
    record Lora(int rank, double alpha, double dropout, List<String> targets)
            implements TrainingMode {
        public static final List<String> ALL_TEXT_LINEAR =
                List.of(
                        "q_proj",
                        "k_proj",
                        "v_proj",
                        "o_proj",
                        "gate_proj",
                        "up_proj",
                        "down_proj");

        public Lora {
            targets = List.copyOf(targets);
        }
    }
}
