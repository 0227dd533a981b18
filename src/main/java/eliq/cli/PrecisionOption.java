package eliq.cli;

import eliq.backbone.Precision;
import picocli.CommandLine.Option;

/** What to keep a model's weights in. */
final class PrecisionOption {
    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "auto",
            description = {
                "What to keep the model in: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which is",
                "float32 for small models and the type in the file for others."
            })
    private Precision precision;

    Precision precision() {
        return precision;
    }
}
