package eliq.pairs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the measure of distance between prompts that a set asks for. */
@FunctionalInterface
public interface DistanceSource {

    /**
     * @param model folder of a model whose embeddings count besides the words
     * @param prompts that will be compared
     * @throws PairsException if the model cannot be read
     */
    PromptDistance open(Optional<Path> model, List<String> prompts) throws PairsException;

    /** Words alone; a set that asks for a model is refused. */
    static DistanceSource of(PromptDistance words) {
        return (model, prompts) -> {
            if (model.isPresent()) {
                throw new PairsException(
                        "Distances by the model "
                                + model.get()
                                + " cannot be had here; leave the model out.");
            }
            return words;
        };
    }
}
