package eliq.scorer;

import eliq.file.WholeFile;
import eliq.image.ContentHash;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scorer on disk: {@code scorer.safetensors}, {@code scorer.json} and, where it was calibrated, two more files. */
final class ScorerFolder {
    static final String TENSORS = "scorer.safetensors";
    static final String CARD = "scorer.json";
    static final String VISUAL_CALIBRATION = "calibration-visual.json";
    static final String ALIGNMENT_CALIBRATION = "calibration-alignment.json";

    private static final String[] ASPECTS = {"technical", "aesthetic", "alignment"};

    private ScorerFolder() {}

    /** What a folder holds. */
    record Content(
            ScorerCard card,
            Standardisation standardisation,
            Weights weights,
            String identity,
            Optional<Calibration> visual,
            Optional<Calibration> alignment) {}

    /** The card last: a folder without it is not yet a scorer. */
    static void write(
            Path folder, ScorerCard card, Standardisation standardisation, Weights weights)
            throws ScorerException {
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        weights.tensors()
                .forEach(
                        (name, weight) ->
                                tensors.add(
                                        new SafetensorsWriter.Tensor(
                                                name, weight.shape(), weight.values())));
        long[] shape = {standardisation.size()};
        for (int i = 0; i < ASPECTS.length; i++) {
            tensors.add(new SafetensorsWriter.Tensor(mean(i), shape, standardisation.mean()[i]));
            tensors.add(
                    new SafetensorsWriter.Tensor(
                            deviation(i), shape, standardisation.deviation()[i]));
        }
        Tensors.write(folder.resolve(TENSORS), tensors, Map.of("format", "pt"));
        writeJson(folder.resolve(CARD), card);
    }

    private static String mean(int aspect) {
        return "standardisation." + ASPECTS[aspect] + ".mean";
    }

    private static String deviation(int aspect) {
        return "standardisation." + ASPECTS[aspect] + ".deviation";
    }

    /** Under a temporary name, synced, renamed. */
    static void writeJson(Path file, Record content) throws ScorerException {
        try {
            WholeFile.write(file, Json.indented(content));
        } catch (IOException e) {
            throw new ScorerException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    static Content read(Path folder) throws ScorerException {
        Path file = folder.resolve(TENSORS);
        if (!Files.isRegularFile(folder.resolve(CARD)) || !Files.isRegularFile(file)) {
            throw new ScorerException(
                    folder
                            + " holds no scorer: "
                            + CARD
                            + " and "
                            + TENSORS
                            + " should be there, as 'eliq train scorer' leaves them");
        }
        ScorerCard card = readCard(folder.resolve(CARD));
        if (card.format() != ScorerCard.FORMAT) {
            throw new ScorerException(
                    folder.resolve(CARD)
                            + " has format "
                            + card.format()
                            + "; this program reads formats up to "
                            + ScorerCard.FORMAT
                            + ": use the version that wrote it, or train anew");
        }
        try (Safetensors tensors = Safetensors.open(file)) {
            Map<String, Weights.Weight> weights = new LinkedHashMap<>();
            for (Map.Entry<String, long[]> each :
                    Layout.of(card.hiddenSize(), card.network()).entrySet()) {
                weights.put(each.getKey(), Tensors.read(tensors, each.getKey(), each.getValue()));
            }
            float[][] mean = new float[3][];
            float[][] deviation = new float[3][];
            long[] shape = {card.hiddenSize()};
            for (int i = 0; i < 3; i++) {
                mean[i] = Tensors.read(tensors, mean(i), shape).values();
                deviation[i] = Tensors.read(tensors, deviation(i), shape).values();
            }
            return new Content(
                    card,
                    new Standardisation(mean, deviation),
                    new Weights(weights),
                    ContentHash.of(Files.readAllBytes(file)).hex(),
                    calibration(folder.resolve(VISUAL_CALIBRATION)),
                    calibration(folder.resolve(ALIGNMENT_CALIBRATION)));
        } catch (TensorException | IOException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    static String identity(Path folder) throws ScorerException {
        try {
            return ContentHash.of(Files.readAllBytes(folder.resolve(TENSORS))).hex();
        } catch (IOException e) {
            throw new ScorerException(
                    folder.resolve(TENSORS) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Calibration> calibration(Path file) throws ScorerException {
        return Files.isRegularFile(file)
                ? Optional.of(readJson(file, Calibration.class))
                : Optional.empty();
    }

    static ScorerCard readCard(Path file) throws ScorerException {
        try {
            String json = EarlierCards.upgraded(Files.readString(file));
            return JobJson.read(json, ScorerCard.class, file.toString());
        } catch (JobException | IOException e) {
            throw new ScorerException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static <T extends Record> T readJson(Path file, Class<T> type) throws ScorerException {
        try {
            return JobJson.read(Files.readString(file), type, file.toString());
        } catch (JobException | IOException e) {
            throw new ScorerException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
