package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingMode;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.backbone.qwen3vl.PreprocessorConfig;
import eliq.backbone.qwen3vl.Qwen3VlTraining;
import eliq.backbone.qwen3vl.RandomWeights;
import eliq.critic.CriticException;
import eliq.critic.Instructions;
import eliq.critic.TrainingEvent;
import eliq.critic.TrainingLoop;
import eliq.critic.TrainingOutcome;
import eliq.file.Folders;
import eliq.generate.painter.Painter;
import eliq.image.ContentHash;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Makes eliq-nano from nothing: learns its tokenizer, draws its starting weights from the seed and trains all of them on
 * the painter's scenes, degraded scenes and natural textures. Run again over the same folder it goes on from the last
 * checkpoint, to the same result.
 */
public final class NanoRecipe {

    private static final int LOG_STEPS = 20;
    private static final double LINEAR_DEVIATION = 0.04;
    private static final int MEASURED_PICTURES = 60;

    private static final TrainingOutcome CANCELLED =
            new TrainingOutcome(TrainingOutcome.End.CANCELLED, 0, List.of(), List.of(), 0);

    private final NanoSettings settings;
    private final NanoPrompts prompts;
    private final Painter painter;

    /**
     * @param prompts that may be trained on
     * @param painter paints every training picture
     */
    public NanoRecipe(NanoSettings settings, NanoPrompts prompts, Painter painter) {
        this.settings = settings;
        this.prompts = prompts;
        this.painter = painter;
    }

    /**
     * @param work folder of this training: {@code start} (tokenizer, configuration, first weights), {@code leg-1} and on
     *     (checkpoints, log, and the leg's model), {@code latest} (the model at the last checkpoint), {@code model} (the
     *     result)
     * @param from a model that all legs but the last have made: only the last is run, from it
     * @param log is told of progress, a line at a time
     * @param listener is told of every step
     * @param cancelled is asked between steps
     * @return how the last leg ended
     * @throws CriticException if the training fails or the disk does
     */
    public TrainingOutcome run(
            Path work,
            Optional<Path> from,
            Consumer<String> log,
            Consumer<TrainingEvent> listener,
            BooleanSupplier cancelled)
            throws CriticException, InterruptedException {
        try {
            int last = settings.legs().size() - 1;
            int leg = from.isPresent() ? last : 0;
            Path start = from.isPresent() ? from.get() : fromNothing(work, log);
            while (true) {
                Path model =
                        leg == last ? work.resolve("model") : folder(work, leg).resolve("model");
                Optional<Path> named = named(leg, start, work, log, cancelled);
                if (named.isEmpty()) {
                    return CANCELLED;
                }
                TrainingOutcome outcome =
                        new Leg(leg, named.get(), model).train(work, log, listener, cancelled);
                if (leg == last || outcome.end() == TrainingOutcome.End.CANCELLED) {
                    return outcome;
                }
                start = model;
                leg++;
            }
        } catch (BackboneException | IOException e) {
            throw new CriticException("eliq-nano cannot be trained: " + e.getMessage(), e);
        }
    }

    /** The model with its image tokens named, where the leg asks for it; empty if it was cancelled. */
    private Optional<Path> named(
            int leg, Path start, Path work, Consumer<String> log, BooleanSupplier cancelled)
            throws CriticException, BackboneException, IOException {
        Optional<NanoSettings.Naming> naming = settings.legs().get(leg).naming();
        if (naming.isEmpty()) {
            return Optional.of(start);
        }
        Path model = folder(work, leg).resolve("named");
        if (settings.legs().get(leg).afresh()) {
            start = afresh(start, folder(work, leg).resolve("afresh"));
        }
        NanoNaming stage =
                new NanoNaming(naming.get(), prompts, new NanoPictures(painter), settings.seed());
        boolean done =
                Files.exists(model.resolve("model.safetensors"))
                        || stage.run(start, folder(work, leg), model, log, cancelled);
        return done ? Optional.of(model) : Optional.empty();
    }

    /** The same eyes, and a text model that has learned nothing. */
    private Path afresh(Path model, Path target) throws BackboneException, IOException {
        if (Files.notExists(target)) {
            RandomWeights.writeText(model, settings.seed(), LINEAR_DEVIATION, target);
        }
        return target;
    }

    private static Path folder(Path work, int leg) {
        return work.resolve("leg-" + (leg + 1));
    }

    private Path fromNothing(Path work, Consumer<String> log)
            throws BackboneException, IOException, CriticException {
        Path start = work.resolve("start");
        if (!Files.exists(start.resolve("config.json"))) {
            log.accept("learning the tokenizer");
            NanoTokenizer.write(start, settings.shape(), prompts);
        }
        if (!Files.exists(start.resolve("model.safetensors"))) {
            startingWeights(work, start);
        }
        return start;
    }

    private void startingWeights(Path work, Path start)
            throws BackboneException, IOException, CriticException {
        Path aside = work.resolve("weights");
        Files.createDirectories(aside);
        Files.copy(
                start.resolve("config.json"),
                aside.resolve("config.json"),
                StandardCopyOption.REPLACE_EXISTING);
        RandomWeights.write(aside, settings.seed(), LINEAR_DEVIATION);
        NanoPictures pictures = new NanoPictures(painter);
        ImagePreparation preparation = new ImagePreparation(PreprocessorConfig.read(start));
        List<PreparedImage> measured = new ArrayList<>();
        for (int i = 0; i < MEASURED_PICTURES; i++) {
            measured.add(preparation.prepare(pictures.sound(prompts.training(i))));
        }
        Path weights = aside.resolve("model.safetensors");
        try {
            new PatchFilters(settings.shape().patch())
                    .install(weights, settings.shape().visionHidden(), measured);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
        Files.move(weights, start.resolve("model.safetensors"), StandardCopyOption.ATOMIC_MOVE);
        Folders.remove(aside);
    }

    /**
     * One training of the row.
     *
     * @param number from 0
     * @param start model that it begins with
     * @param model folder of its result
     */
    private final class Leg {
        private final int number;
        private final Path start;
        private final Path model;

        Leg(int number, Path start, Path model) {
            this.number = number;
            this.start = start;
            this.model = model;
        }

        TrainingOutcome train(
                Path work,
                Consumer<String> log,
                Consumer<TrainingEvent> listener,
                BooleanSupplier cancelled)
                throws CriticException, BackboneException, IOException, InterruptedException {
            NanoPictures pictures = new NanoPictures(painter);
            ImagePreparation preparation = new ImagePreparation(PreprocessorConfig.read(start));
            NanoValidation validation =
                    new NanoValidation(prompts, pictures, preparation, settings.validationScenes());
            TrainingMode mode = settings.legs().get(number).mode();
            Qwen3VlTraining opened = Qwen3VlTraining.open(start, mode, settings.seed());
            try (LossByKind training = new LossByKind(opened)) {
                Optional<NanoExamples> examples =
                        examples(pictures, preparation, opened, work, log, cancelled);
                if (examples.isEmpty()) {
                    return CANCELLED;
                }
                TrainingLoop loop =
                        new TrainingLoop(
                                training,
                                examples.get(),
                                Optional.of(validation),
                                settings.legs().get(number).training(),
                                folder(work, number).resolve("training"),
                                dataHash(number));
                TrainingOutcome outcome =
                        loop.run(
                                event -> {
                                    tell(event, training, work, log);
                                    listener.accept(event);
                                },
                                cancelled);
                if (outcome.end() != TrainingOutcome.End.CANCELLED) {
                    save(training, model);
                }
                return outcome;
            }
        }

        /** Empty if it was cancelled while pictures were looked at. */
        private Optional<NanoExamples> examples(
                NanoPictures pictures,
                ImagePreparation preparation,
                Qwen3VlTraining tower,
                Path work,
                Consumer<String> log,
                BooleanSupplier cancelled)
                throws CriticException, BackboneException, IOException {
            NanoMix mix = settings.legs().get(number).mix();
            int firstEpoch = settings.firstEpoch(number);
            IntFunction<PictureGroups> painted =
                    leg ->
                            new NanoGroups(
                                    prompts,
                                    pictures,
                                    preparation,
                                    settings.legs().get(leg).mix(),
                                    settings.seed());
            PictureGroups groups = painted.apply(number);
            boolean kept = settings.legs().get(number).kept();
            if (kept) {
                Optional<PictureGroups> shelf =
                        new KeptLegs(settings, leg -> folder(work, leg).resolve("pictures"))
                                .shelf(number, painted, tower::states, log, cancelled);
                if (shelf.isEmpty()) {
                    return Optional.empty();
                }
                groups = shelf.get();
            }
            return Optional.of(
                    new NanoExamples(
                            prompts,
                            groups,
                            kept,
                            new NanoSightings(painter, mix.sightingWeight()),
                            mix,
                            settings.seed(),
                            firstEpoch));
        }
    }

    private void tell(TrainingEvent event, LossByKind training, Path work, Consumer<String> log) {
        switch (event) {
            case TrainingEvent.Step step when step.step() % LOG_STEPS == 0 ->
                    log.accept(
                            String.format(
                                    Locale.ROOT,
                                    "step %d/%d loss %.3f norm %.2f rate %.2e %.2f images/s | %s",
                                    step.step(),
                                    step.steps(),
                                    step.loss(),
                                    step.gradientNorm(),
                                    step.learningRate(),
                                    step.examplesPerSecond(),
                                    training.take()));
            case TrainingEvent.Step ignored -> {}
            case TrainingEvent.Validated validated -> {
                log.accept("held out at step " + validated.step());
                validated.result().scores().forEach(score -> log.accept("  " + line(score)));
            }
            case TrainingEvent.Mistaken ignored -> {}
            case TrainingEvent.Checkpointed checkpointed -> {
                try {
                    save(training, work.resolve("latest"));
                    log.accept("model of step " + checkpointed.step() + " saved");
                } catch (BackboneException | IOException e) {
                    log.accept("the intermediate model could not be saved: " + e.getMessage());
                }
            }
        }
    }

    private static String line(eliq.critic.ValidationResult.Score score) {
        return String.format(
                Locale.ROOT,
                "%-10s %-13s %-16s right %.3f of %d, ordered %.3f of %d",
                score.aspect().key(),
                score.family(),
                score.operation(),
                score.accuracy(),
                score.answers(),
                score.pairAccuracy(),
                score.pairs());
    }

    private static void save(BackboneTraining training, Path directory)
            throws BackboneException, IOException {
        Path aside = directory.resolveSibling(directory.getFileName() + ".new");
        Path old = directory.resolveSibling(directory.getFileName() + ".old");
        Folders.remove(aside);
        training.saveModel(aside);
        Folders.remove(old);
        if (Files.exists(directory)) {
            Files.move(directory, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
        Folders.remove(old);
    }

    private String dataHash(int leg) {
        List<String> parts =
                List.of(
                        settings.shape().toString(),
                        settings.legs().get(leg).mix().toString(),
                        settings.legs().get(leg).naming().toString(),
                        Boolean.toString(settings.legs().get(leg).afresh()),
                        Boolean.toString(settings.legs().get(leg).kept()),
                        Long.toString(settings.seed()),
                        Integer.toString(leg),
                        Instructions.DEFAULT.hash(),
                        painter.name(),
                        new TreeSet<>(prompts.excluded()).toString());
        return ContentHash.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)).hex();
    }
}
