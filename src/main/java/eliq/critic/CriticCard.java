package eliq.critic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.file.WholeFile;
import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code critic.json}: what a critic is and how it came to be, beside its weights.
 *
 * @param format of this file, {@link #FORMAT}
 * @param name people call it by
 * @param adapter whether the folder holds a PEFT adapter for {@code backbone}, or else a whole model
 * @param backbone folder of the model it was tuned from
 * @param backboneIdentity hash of that model's weights
 * @param identity of the critic: weights, adapter and instructions
 * @param instructions it was tuned on and must be asked with
 * @param instructionsHash their hash
 * @param dataHash of what it was trained on
 * @param parameters of the training, seeds included
 * @param steps whose parameters it has
 * @param lastLoss mean training loss of the last tenth of the steps, nats
 * @param validation on held-out prompts
 * @param trained when
 */
public record CriticCard(
        int format,
        String name,
        boolean adapter,
        Path backbone,
        String backboneIdentity,
        String identity,
        Instructions instructions,
        String instructionsHash,
        String dataHash,
        TrainCriticParameters parameters,
        int steps,
        double lastLoss,
        Optional<ValidationResult> validation,
        Instant trained) {

    /** The version of the file that this program writes and reads. */
    public static final int FORMAT = 1;

    /** Name of the file. */
    public static final String FILE = "critic.json";

    /** Whether this folder holds a critic. */
    public static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(FILE));
    }

    /** The card of the critic in this folder. */
    public static CriticCard read(Path directory) throws CriticException {
        Path file = directory.resolve(FILE);
        try {
            CriticCard card =
                    JobJson.read(
                            upgraded(Files.readString(file)), CriticCard.class, file.toString());
            if (card.format() != FORMAT) {
                throw new CriticException(
                        file
                                + " is of format "
                                + card.format()
                                + "; this program reads format "
                                + FORMAT
                                + ": use the program that wrote it, or train again");
            }
            return card;
        } catch (IOException e) {
            throw new CriticException(
                    "there is no critic in "
                            + directory
                            + ": "
                            + FILE
                            + " cannot be read ("
                            + e.getMessage()
                            + ")",
                    e);
        } catch (JobException e) {
            throw new CriticException(e.getMessage(), e);
        }
    }

    void write(Path directory) throws IOException {
        WholeFile.write(directory.resolve(FILE), JobJson.write(this) + "\n");
    }

    CriticCard withBackbone(Path other) {
        return new CriticCard(
                format,
                name,
                adapter,
                other,
                backboneIdentity,
                identity,
                instructions,
                instructionsHash,
                dataHash,
                parameters.withBackbone(other),
                steps,
                lastLoss,
                validation,
                trained);
    }

    CriticCard withIdentity(String other) {
        return new CriticCard(
                format,
                name,
                adapter,
                backbone,
                backboneIdentity,
                other,
                instructions,
                instructionsHash,
                dataHash,
                parameters,
                steps,
                lastLoss,
                validation,
                trained);
    }

    /** Earlier cards know no precision: their models were tuned as {@code AUTO} would, in one piece. */
    private static String upgraded(String json) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode card = mapper.readTree(json);
        if (card.path("parameters") instanceof ObjectNode parameters
                && !parameters.has("precision")) {
            parameters.put("precision", "AUTO").put("checkpointing", false);
            return mapper.writeValueAsString(card);
        }
        return json;
    }
}
