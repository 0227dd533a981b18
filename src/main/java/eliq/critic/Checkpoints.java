package eliq.critic;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.file.Folders;
import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A training's saved states in a directory: {@code step-00000120} with the backbone's files and {@code loop.json}. A
 * state is written aside, forced to disk and renamed; the one before is removed only then, so that there is a whole one
 * at every moment.
 */
final class Checkpoints {
    private static final String PREFIX = "step-";
    private static final String LOOP = "loop.json";

    private final Path directory;

    Checkpoints(Path directory) {
        this.directory = directory;
    }

    /**
     * @param step optimiser steps done
     * @param validatedStep the last step that was validated, 0 for none
     * @param bestStep step of the lowest validation loss, 0 for none yet
     * @param bestLoss that loss
     * @param stale validations since
     * @param data hash of what is trained on
     * @param settings of the training
     */
    record LoopState(
            int step,
            int validatedStep,
            int bestStep,
            double bestLoss,
            int stale,
            String data,
            TrainingSettings settings) {}

    record Saved(Path directory, LoopState state) {}

    /** The folder of a step's state. */
    static String folderName(int step) {
        return String.format(Locale.ROOT, "%s%08d", PREFIX, step);
    }

    /** The newest whole state. */
    Optional<Saved> latest() throws CriticException {
        List<Path> states = states();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        Path newest = states.getLast();
        Path file = newest.resolve(LOOP);
        try {
            return Optional.of(
                    new Saved(
                            newest,
                            JobJson.read(
                                    Files.readString(file), LoopState.class, file.toString())));
        } catch (IOException | JobException e) {
            throw new CriticException(
                    "checkpoint "
                            + file
                            + " cannot be read ("
                            + firstLine(e)
                            + "); remove the folder "
                            + newest
                            + " to begin anew",
                    e);
        }
    }

    /** Saves a state, then removes those before it. */
    void save(BackboneTraining training, LoopState state) throws CriticException {
        Path target = directory.resolve(folderName(state.step()));
        Path aside = directory.resolve(target.getFileName() + ".tmp");
        try {
            Files.createDirectories(directory);
            Folders.remove(aside);
            Files.createDirectory(aside);
            training.saveState(aside);
            Files.writeString(aside.resolve(LOOP), JobJson.write(state));
            Folders.force(aside);
            Folders.remove(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            for (Path other : states()) {
                if (!other.equals(target)) {
                    Folders.remove(other);
                }
            }
        } catch (IOException | BackboneException e) {
            throw new CriticException(
                    "the checkpoint "
                            + target
                            + " could not be written: "
                            + e.getMessage()
                            + "; is the disk full?",
                    e);
        }
    }

    /** Removes all states, once the result is kept elsewhere. */
    void clear() throws CriticException {
        try {
            Folders.remove(directory);
        } catch (IOException e) {
            throw new CriticException("cannot remove " + directory + ": " + e.getMessage(), e);
        }
    }

    private List<Path> states() throws CriticException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(p -> p.getFileName().toString().matches(PREFIX + "\\d{8}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CriticException("cannot list " + directory + ": " + e.getMessage(), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
