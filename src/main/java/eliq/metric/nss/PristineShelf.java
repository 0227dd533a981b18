package eliq.metric.nss;

import eliq.file.WholeFile;
import eliq.metric.MetricException;
import eliq.metric.MetricSource;
import eliq.metric.ParameterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A workspace's parameters of the natural scene metrics.
 *
 * @param folder may be absent as long as there are none
 */
public record PristineShelf(Path folder) {
    private static final String OR_FIT =
            ", or fit a model to sound photographs of your own with 'eliq metric fit ";

    /** NIQE, IL-NIQE and BRISQUE. */
    public List<MetricSource> all() {
        return List.of(
                Niqe.source(
                        new ParameterFile(
                                file("niqe"),
                                "Add the authors' file, modelparameters.mat of LIVE's niqe_release"
                                        + " (pyiqa: niqe_modelparameters.mat), with 'eliq metric add FILE'"
                                        + OR_FIT
                                        + "niqe FOLDER'")),
                IlNiqe.source(
                        new ParameterFile(
                                file("ilniqe"),
                                "Add the authors' file, templateModel.mat of the ILNIQE release (pyiqa:"
                                        + " ILNIQE_templateModel.mat), with 'eliq metric add FILE'"
                                        + OR_FIT
                                        + "ilniqe FOLDER'")),
                Brisque.source(
                        new ParameterFile(
                                file("brisque"),
                                "Train it on rated pictures with 'eliq metric fit brisque --ratings"
                                        + " CSV --images FOLDER', or put the authors' libsvm files allmodel"
                                        + " and allrange there under this name and this name with .range"
                                        + " at its end")));
    }

    /** Where a metric's parameters are. */
    public Path file(String metric) {
        return folder.resolve(metric + (metric.equals("brisque") ? ".model" : ".mat"));
    }

    /**
     * Copies a NIQE or IL-NIQE model, told by its variables.
     *
     * @return name of the metric
     * @throws MetricException if it is neither
     */
    public String add(Path model) throws MetricException {
        String metric;
        try {
            PristineFiles.niqe(model);
            metric = "niqe";
        } catch (MetricException notNiqe) {
            try {
                PristineFiles.ilNiqe(model);
                metric = "ilniqe";
            } catch (MetricException notIlNiqe) {
                throw new MetricException(
                        model
                                + ": holds neither mu_prisparam and cov_prisparam (NIQE) nor"
                                + " templateModel (IL-NIQE). "
                                + notNiqe.getMessage(),
                        notIlNiqe);
            }
        }
        Path aside = folder.resolve("." + metric + ".part");
        try {
            Files.createDirectories(folder);
            Files.copy(model, aside, StandardCopyOption.REPLACE_EXISTING);
            aside.toFile().setWritable(true);
            WholeFile.publish(aside, file(metric));
            return metric;
        } catch (IOException e) {
            throw new MetricException(
                    file(metric) + ": cannot be written: " + e.getMessage() + "; check the disk",
                    e);
        }
    }
}
