package eliq.metric.nss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricException;
import eliq.metric.MetricScore;
import eliq.metric.ParameterFile;
import eliq.table.MatArray;
import eliq.table.MatFile;
import eliq.table.MatWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that the program fits itself, and pictures without statistics. */
class FittedModelsTest {
    @TempDir Path folder;

    private static MetricScore score(ImageMetric metric, Pixels image) {
        return metric.score(image, Optional.empty());
    }

    private static double value(ImageMetric metric, Pixels image) {
        return assertInstanceOf(MetricScore.Value.class, score(metric, image)).value();
    }

    /** A natural picture, enlarged by repeating pixels or with noise of a strength. */
    private static Pixels noisy(Pixels image, double strength, long seed) {
        Random random = new Random(seed);
        byte[] rgb = image.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            double value = (rgb[i] & 0xFF) + strength * random.nextGaussian();
            rgb[i] = (byte) Math.clamp((int) Math.round(value), 0, 255);
        }
        return new Pixels(image.width(), image.height(), rgb);
    }

    private static Pixels flat(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 120);
        return new Pixels(width, height, rgb);
    }

    @Test
    void aNiqeModelFittedToSoundPicturesTellsNoiseFromThem() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (KodakCrops.Case each : KodakCrops.all()) {
            if (each.values().path("op").isNull()) {
                for (int i = 0; i < 4; i++) {
                    rows.addAll(PristineFit.NIQE.sharpBlocks(noisy(each.pixels(), i, i), 0));
                }
            }
        }
        Path file = folder.resolve("model.mat");
        PristineFit.NIQE.write(rows, file);
        assertArrayEquals(
                Statistics.mean(rows, 36), PristineFiles.niqe(file).mean(), 0, "read as written");
        Pixels sound = KodakCrops.all().get(1).pixels();
        try (ImageMetric niqe = Niqe.source(new ParameterFile(file, "")).open()) {
            double before = value(niqe, sound);
            assertTrue(before < value(niqe, noisy(sound, 12, 1)));
            assertTrue(value(niqe, noisy(sound, 12, 1)) < value(niqe, noisy(sound, 40, 1)));
            assertEquals(before, value(niqe, sound), 0);
            assertTrue(niqe.parameters().matches("model.mat [0-9a-f]{12}"));
        }
    }

    @Test
    void onlySharpBlocksOfAPictureAreFittedTo() throws Exception {
        Pixels image = KodakCrops.all().get(1).pixels();
        int all = PristineFit.NIQE.sharpBlocks(image, 0).size();
        int sharp = PristineFit.NIQE.sharpBlocks(image, 0.75).size();
        assertTrue(0 < sharp && sharp < all, sharp + " of " + all);
        assertEquals(20, all);
    }

    @Test
    void tooFewBlocksAreRefused() throws Exception {
        List<double[]> rows = PristineFit.NIQE.sharpBlocks(KodakCrops.all().get(0).pixels(), 0.75);
        String message =
                assertThrows(
                                MetricException.class,
                                () -> PristineFit.NIQE.write(rows, folder.resolve("no.mat")))
                        .getMessage();
        assertTrue(message.contains("sharp blocks; a model needs 72"), message);
        assertTrue(Files.notExists(folder.resolve("no.mat")));
    }

    @Test
    void anIlNiqeModelOfFewPicturesHasTheAxesThatTheyHave() throws Exception {
        List<double[]> rows = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 90; i++) {
            rows.add(random.doubles(IlNiqeFeatures.COUNT).toArray());
        }
        Path file = folder.resolve("il.mat");
        PristineFit.ILNIQE.write(rows, file);
        IlNiqeModel model = PristineFiles.ilNiqe(file);
        assertEquals(89, model.model().mean().length);
        // The projection keeps distances from the mean: these rows span no more than the kept axes.
        double[] mean = Statistics.mean(rows, IlNiqeFeatures.COUNT);
        double inSpace = 0;
        for (int i = 0; i < mean.length; i++) {
            double distance = rows.get(3)[i] - mean[i];
            inSpace += distance * distance;
        }
        double projected = Arrays.stream(model.project(rows.get(3))).map(x -> x * x).sum();
        assertEquals(inSpace, projected, 1e-9 * inSpace);
    }

    @Test
    void brisqueLearnsTheOrderOfStrengths() throws Exception {
        BrisqueFeatures brisque = new BrisqueFeatures();
        List<double[]> features = new ArrayList<>();
        List<Double> ratings = new ArrayList<>();
        List<KodakCrops.Case> cases = KodakCrops.all();
        for (int c = 0; c < 3; c++) {
            for (int strength = 0; strength <= 36; strength += 4) {
                Pixels image = noisy(cases.get(c).pixels(), strength, strength);
                features.add(brisque.of(image).orElseThrow());
                ratings.add(5 - strength / 9.0);
            }
        }
        BrisqueModel model =
                BrisqueModel.train(
                        features,
                        ratings.stream().mapToDouble(Double::doubleValue).toArray(),
                        BrisqueModel.Settings.STANDARD);
        Path file = folder.resolve("brisque.model");
        model.save(file);
        Pixels unseen = cases.get(3).pixels();
        try (ImageMetric metric = Brisque.source(new ParameterFile(file, "")).open()) {
            double sound = value(metric, noisy(unseen, 2, 9));
            double noise = value(metric, noisy(unseen, 15, 9));
            double heavy = value(metric, noisy(unseen, 34, 9));
            assertTrue(sound < noise && noise < heavy, sound + " " + noise + " " + heavy);
            double[] own = brisque.of(unseen).orElseThrow();
            assertEquals(model.predict(own), value(metric, unseen), 1e-6);
        }
    }

    @Test
    void faultsInABrisqueModelNameTheLine() throws Exception {
        Path file = Files.writeString(folder.resolve("b.model"), "svm_type epsilon_svr\n");
        Path range = folder.resolve("b.model.range");
        says(file, "b.model.range: cannot be read");
        Files.writeString(range, "y\n0 1\n");
        says(file, "line 1 and 2");
        Files.writeString(range, "x\n-1 1\n1 0 1\n77 0 1\n");
        says(file, "line 4: '77 0 1'");
        Files.writeString(range, "x\n-1 1\n1 0 1\n");
        says(file, "is no libsvm model");
    }

    private static void says(Path model, String part) {
        String message =
                assertThrows(MetricException.class, () -> BrisqueModel.read(model)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void filesThatAreNoModelAreNamed() throws Exception {
        Path other = folder.resolve("other.mat");
        MatWriter.write(
                other, Map.of("x", new MatArray.Numbers(new int[] {1, 2}, new double[] {1, 2})));
        PristineShelf shelf = new PristineShelf(folder.resolve("metrics"));
        String message = assertThrows(MetricException.class, () -> shelf.add(other)).getMessage();
        assertTrue(message.contains("mu_prisparam") && message.contains("templateModel"), message);
        MatWriter.write(
                other,
                Map.of(
                        "mu_prisparam",
                        new MatArray.Numbers(new int[] {1, 36}, new double[36]),
                        "cov_prisparam",
                        new MatArray.Numbers(new int[] {35, 36}, new double[35 * 36])));
        assertThrows(MetricException.class, () -> PristineFiles.niqe(other));
        assertEquals(36, MatFile.read(other).numbers("mu_prisparam").count());
    }

    @Test
    void picturesWithoutStatisticsGetAReason() throws Exception {
        ImageMetric niqe =
                new Niqe(
                        new PristineModel(
                                new double[36], new SymmetricMatrix(36, new double[1296])),
                        "none");
        assertEquals(
                new MetricScore.None(
                        "NIQE needs at least two blocks of 96 x 96 pixels; the picture has 191 x 100 pixels"),
                score(niqe, flat(191, 100)));
        assertEquals(
                new MetricScore.None(
                        "only 0 of 4 blocks have detail; NIQE needs two, the others are flat"),
                score(niqe, flat(200, 200)));
        BrisqueFeatures brisque = new BrisqueFeatures();
        assertTrue(brisque.of(flat(200, 200)).isEmpty());
        assertTrue(BrisqueFeatures.whyNot(flat(200, 200)).contains("flat"));
        assertTrue(brisque.of(flat(31, 200)).isEmpty());
        assertTrue(BrisqueFeatures.whyNot(flat(31, 200)).contains("31 x 200"));
    }

    @Test
    void ilNiqeOfTinyAndFlatPicturesGetsAReasonToo() throws Exception {
        double[] one = {1};
        IlNiqeModel model =
                new IlNiqeModel(
                        new PristineModel(new double[1], new SymmetricMatrix(1, one)),
                        new double[IlNiqeFeatures.COUNT],
                        new double[IlNiqeFeatures.COUNT]);
        ImageMetric ilNiqe = new IlNiqe(model, "none");
        assertEquals(
                new MetricScore.None(
                        "IL-NIQE needs at least 32 x 32 pixels; the picture has 16 x 40"),
                score(ilNiqe, flat(16, 40)));
        MetricScore.None none =
                assertInstanceOf(MetricScore.None.class, score(ilNiqe, flat(64, 64)));
        assertTrue(none.reason().contains("flat"), none.reason());
    }

    @Test
    void thePseudoInverseOfASingularMatrixLeavesItsEmptySpaceOut() {
        SymmetricMatrix singular = new SymmetricMatrix(2, new double[] {2, 2, 2, 2});
        // The eigenvalue 4 along (1, 1); nothing across.
        assertEquals(0.5, singular.inverseForm().of(new double[] {1, 1}), 1e-12);
        assertEquals(0, singular.inverseForm().of(new double[] {1, -1}), 1e-12);
    }

    @Test
    void theTransformOfAWaveIsOneLine() {
        int size = 252;
        Fourier fourier = new Fourier(size, 2);
        double[][] real = new double[size][2];
        double[][] imaginary = new double[size][2];
        for (int i = 0; i < size; i++) {
            real[i][1] = Math.cos(2 * Math.PI * 5 * i / size);
            imaginary[i][1] = Math.sin(2 * Math.PI * 5 * i / size);
        }
        fourier.transform(real, imaginary);
        for (int i = 0; i < size; i++) {
            assertEquals(i == 5 ? size : 0, real[i][1], 1e-9);
            assertEquals(0, imaginary[i][1], 1e-9);
            assertEquals(0, real[i][0], 0);
        }
    }
}
