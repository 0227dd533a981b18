package eliq.critic;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;

/**
 * What a training of a critic would have to do.
 *
 * @param images to learn from
 * @param questions about them
 * @param heldOutImages to test on
 * @param heldOutQuestions about them
 * @param steps of the optimiser
 */
public record CriticPlan(
        int images, int questions, int heldOutImages, int heldOutQuestions, int steps) {

    /**
     * @throws CriticException if the set is not there or nothing of it is left to learn from
     */
    public static CriticPlan of(Catalog catalog, TrainCriticParameters parameters)
            throws CatalogException, CriticException {
        CriticData data = CriticData.of(catalog, parameters);
        return new CriticPlan(
                data.training().size(),
                data.trainingSamples(),
                data.validation().size(),
                data.validation().stream().mapToInt(image -> image.samples().size()).sum(),
                parameters
                        .training()
                        .length()
                        .steps(data.training().size(), parameters.training().examplesPerStep()));
    }
}
