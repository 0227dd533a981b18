package eliq.pairs;

import eliq.file.WholeFile;
import eliq.image.DecodedImage;
import eliq.image.ImageDecoder;
import eliq.image.ImageEncoding;
import eliq.image.ImageException;
import eliq.image.ImageFiles;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.pairs.DegradeImagesResult.Copy;
import eliq.pairs.degrade.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes degraded copies of a user's images, to check a scorer or another metric with: PNG files of the same names. A
 * copy that is there already is kept, so that a stopped job goes on; an image that cannot be read is reported.
 */
public final class DegradeImagesJob implements Job<DegradeImagesParameters, DegradeImagesResult> {
    public static final String KIND = "degrade-images";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<DegradeImagesParameters> parametersType() {
        return DegradeImagesParameters.class;
    }

    @Override
    public Class<DegradeImagesResult> resultType() {
        return DegradeImagesResult.class;
    }

    @Override
    public DegradeImagesResult run(DegradeImagesParameters parameters, JobContext context)
            throws Exception {
        Operation operation =
                Operation.ofKey(parameters.operation())
                        .orElseThrow(
                                () ->
                                        new PairsException(
                                                "there is no operation '"
                                                        + parameters.operation()
                                                        + "'"));
        Files.createDirectories(parameters.target());
        Set<String> names = new HashSet<>();
        List<Copy> copies = new ArrayList<>();
        for (Path image : parameters.images()) {
            context.checkCancelled();
            Path copy = parameters.target().resolve(freeName(image, names));
            try {
                if (!context.resumed() || Files.notExists(copy)) {
                    DecodedImage decoded = ImageDecoder.decode(image);
                    long seed = Seeds.of(parameters.seed(), decoded.hash().hex());
                    WholeFile.write(
                            copy,
                            ImageEncoding.png(
                                    operation
                                            .at(parameters.strength(), seed)
                                            .apply(decoded.pixels())));
                }
                copies.add(new Copy(image, Optional.of(copy), Optional.empty()));
            } catch (ImageException e) {
                copies.add(new Copy(image, Optional.empty(), Optional.of(e.getMessage())));
            }
            context.progress("Degrading", copies.size(), parameters.images().size());
        }
        return new DegradeImagesResult(copies);
    }

    /** Images of the same name from different folders get different copies. */
    private static String freeName(Path image, Set<String> taken) {
        String stem = ImageFiles.stem(image);
        String name = stem + ".png";
        for (int i = 2; !taken.add(name); i++) {
            name = stem + "-" + i + ".png";
        }
        return name;
    }
}
