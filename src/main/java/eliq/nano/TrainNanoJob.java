package eliq.nano;

import eliq.critic.CriticException;
import eliq.critic.TrainingEvent;
import eliq.critic.TrainingOutcome;
import eliq.generate.painter.Painter;
import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Makes eliq-nano from nothing, as a job: stopped in whatever way, it goes on from its last checkpoint. */
public final class TrainNanoJob implements Job<TrainNanoParameters, TrainNanoResult> {
    /** The job's kind. */
    public static final String KIND = "train-nano";

    private final Painter painter;

    /**
     * @param painter of every training picture; paints every training picture
     */
    public TrainNanoJob(Painter painter) {
        this.painter = painter;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<TrainNanoParameters> parametersType() {
        return TrainNanoParameters.class;
    }

    @Override
    public Class<TrainNanoResult> resultType() {
        return TrainNanoResult.class;
    }

    @Override
    public TrainNanoResult run(TrainNanoParameters parameters, JobContext context)
            throws Exception {
        Path target = parameters.target().toAbsolutePath().normalize();
        requireFree(target);
        NanoRecipe recipe = new NanoRecipe(parameters.settings(), NanoPrompts.shipped(), painter);
        TrainingOutcome outcome =
                recipe.run(
                        context.directory(),
                        parameters.from(),
                        context::message,
                        event -> show(event, context),
                        context::cancelled);
        context.checkCancelled();
        if (outcome.end() == TrainingOutcome.End.CANCELLED) {
            throw new JobCancelledException();
        }
        Path made = context.directory().resolve("model");
        NanoCard.write(made, parameters.settings(), outcome);
        copy(made, target);
        return new TrainNanoResult(
                target, outcome.step(), outcome.examplesPerSecond(), outcome.validation());
    }

    private static void show(TrainingEvent event, JobContext context) {
        if (event instanceof TrainingEvent.Step step) {
            context.progress("Training eliq-nano", step.step(), step.steps());
        }
    }

    private static void requireFree(Path target) throws CriticException {
        try {
            if (Files.notExists(target)) {
                return;
            }
            if (Files.isDirectory(target)) {
                try (Stream<Path> files = Files.list(target)) {
                    if (files.findAny().isEmpty()) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw new CriticException(target + " cannot be read: " + e.getMessage(), e);
        }
        throw new CriticException(
                target + " exists already and is not empty; name another folder for the model");
    }

    /** Under another name first, so that a folder of the final name is a whole model. */
    private static void copy(Path made, Path target) throws CriticException {
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(aside);
            try (Stream<Path> files = Files.list(made)) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file,
                            aside.resolve(file.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.deleteIfExists(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CriticException(
                    "the model cannot be put into " + target + ": " + e.getMessage(), e);
        }
    }
}
