package eliq.app;

import eliq.benchmark.Bootstrap;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.ImportRatings;
import eliq.benchmark.Mapping;
import eliq.benchmark.RatingColumns;
import eliq.image.ImageDecoder;
import eliq.image.ImageEncoding;
import eliq.image.ImageException;
import eliq.image.Pixels;
import eliq.pairs.degrade.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rated set without raters: copies of pictures that are spoilt more and less, each with what is left of it for a
 * rating and what spoilt it for a generator. The set's name says that these are known strengths and nobody's opinion.
 */
final class SampleRatings {
    private static final String NAME = "known-strengths";
    private static final int OF_EACH = 3;
    private static final int DRAWS = 200;
    private static final List<Operation> OPERATIONS = Operation.Kind.DISTORTION.operations();

    private SampleRatings() {}

    /** Writes the copies and {@code ratings.csv} into a folder, and says how to import them. */
    static ImportRatings write(List<Path> pictures, Path folder)
            throws IOException, ImageException {
        Path images = Files.createDirectories(folder.resolve("images"));
        StringBuilder index = new StringBuilder("image,prompt,generator,quality\n");
        int copies = pictures.size() * OF_EACH;
        for (int i = 0; i < copies; i++) {
            // Every strength once, and those of a picture far apart.
            double strength = (double) (i / OF_EACH + i % OF_EACH * pictures.size()) / copies;
            Operation operation = OPERATIONS.get(i % OPERATIONS.size());
            Pixels whole = ImageDecoder.decode(pictures.get(i / OF_EACH)).pixels();
            String name = "copy-%02d.png".formatted(i + 1);
            Files.write(
                    images.resolve(name),
                    ImageEncoding.png(operation.at(strength, i).apply(whole)));
            index.append(
                    String.format(
                            Locale.ROOT,
                            "%s,scene %d,%s,%.3f%n",
                            name,
                            i / OF_EACH + 1,
                            operation.key(),
                            5 - 4 * strength));
        }
        return new ImportRatings(
                NAME,
                Files.writeString(folder.resolve("ratings.csv"), index),
                Optional.of(images),
                Optional.empty(),
                RatingColumns.none(),
                Optional.empty(),
                false);
    }

    /** What is held against them: one scorer. */
    static EvaluateParameters evaluation(Path scorer, Path output) {
        return new EvaluateParameters(
                NAME,
                Optional.empty(),
                Optional.empty(),
                Optional.of(scorer),
                Optional.empty(),
                List.of(),
                List.of(),
                new EvaluateParameters.Statistics(Mapping.Kind.LOGISTIC4, new Bootstrap(DRAWS, 1)),
                new EvaluateParameters.Weak(Optional.empty(), 0, 1, false),
                new EvaluateParameters.Monotonicity(0, 2, 1),
                output);
    }
}
