package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.backbone.qwen3vl.MergerTraining;
import eliq.backbone.qwen3vl.PreprocessorConfig;
import eliq.critic.CriticException;
import eliq.critic.LearningRate;
import eliq.nano.NanoSettings.Naming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Teaches the merger alone to name what image tokens show. In a step of whole pictures all tokens show the same few
 * things; here each token of a step comes from another picture, so that the same number of pictures teaches many times
 * as much.
 */
final class NanoNaming {

    private static final int THINGS = 144;
    private static final int SURROUNDINGS = 40;
    private static final int DEGRADED = 40;
    private static final float THINGS_STAY = 0.02f;
    private static final int LOG_STEPS = 200;
    private static final int PURPOSE = 1 << 21;

    private final Naming settings;
    private final NanoPrompts prompts;
    private final NanoPictures pictures;
    private final long seed;
    private final List<List<String>> groups = SceneWords.groups();
    private final List<String> vocabulary;

    NanoNaming(Naming settings, NanoPrompts prompts, NanoPictures pictures, long seed) {
        this.settings = settings;
        this.prompts = prompts;
        this.pictures = pictures;
        this.seed = seed;
        TreeSet<String> words = new TreeSet<>();
        groups.forEach(words::addAll);
        this.vocabulary = List.copyOf(words);
    }

    /**
     * @param start the model whose merger is taught
     * @param work folder of what is kept between runs
     * @param model where the result is written
     * @return whether it was finished; false if it was cancelled
     */
    boolean run(Path start, Path work, Path model, Consumer<String> log, BooleanSupplier cancelled)
            throws CriticException, BackboneException, IOException {
        ImagePreparation preparation = new ImagePreparation(PreprocessorConfig.read(start));
        try (MergerTraining merger = MergerTraining.open(start)) {
            List<NamedToken> tokens =
                    new NamedTokens(prompts, pictures, preparation, vocabulary, seed)
                            .of(merger, settings.scenes(), work.resolve("tokens"), log, cancelled);
            if (cancelled.getAsBoolean()) {
                return false;
            }
            teach(merger, tokens, log);
            merger.saveModel(model);
            return true;
        }
    }

    private void teach(MergerTraining merger, List<NamedToken> tokens, Consumer<String> log)
            throws BackboneException {
        MergerTraining.Words words = new MergerTraining.Words(vocabulary, prior(tokens));
        Map<NamedToken.Role, List<NamedToken>> byRole = new HashMap<>();
        tokens.forEach(t -> byRole.computeIfAbsent(t.role(), _ -> new ArrayList<>()).add(t));
        RandomGenerator random = NanoExamples.random(seed, 0, PURPOSE);
        LearningRate rate = new LearningRate(settings.peakRate(), 0.02, 0.03);
        double name = 0;
        double drift = 0;
        for (int step = 0; step < settings.steps(); step++) {
            MergerTraining.Loss loss =
                    merger.step(
                            rows(byRole, merger.width(), random),
                            words,
                            settings.staying(),
                            new BackboneTraining.AdamW(
                                    rate.at(step, settings.steps()), 0.9, 0.98, 1e-8, 0.05, 1));
            name += loss.name();
            drift += loss.drift();
            if ((step + 1) % LOG_STEPS == 0) {
                log.accept(
                        String.format(
                                Locale.ROOT,
                                "naming step %d/%d loss %.3f drift %.3f",
                                step + 1,
                                settings.steps(),
                                name / LOG_STEPS,
                                drift / LOG_STEPS));
                name = 0;
                drift = 0;
            }
        }
    }

    private MergerTraining.Rows rows(
            Map<NamedToken.Role, List<NamedToken>> byRole, int width, RandomGenerator random) {
        List<NamedToken> chosen = new ArrayList<>();
        Map<NamedToken.Role, Integer> counts =
                Map.of(
                        NamedToken.Role.THING, THINGS,
                        NamedToken.Role.SURROUNDINGS, SURROUNDINGS,
                        NamedToken.Role.DEGRADED, DEGRADED);
        for (NamedToken.Role role : NamedToken.Role.values()) {
            List<NamedToken> some = byRole.getOrDefault(role, List.of());
            for (int i = 0; i < counts.get(role) && !some.isEmpty(); i++) {
                chosen.add(some.get(random.nextInt(some.size())));
            }
        }
        float[] states = new float[chosen.size() * width];
        float[] shares = new float[chosen.size() * vocabulary.size()];
        float[] stays = new float[chosen.size()];
        for (int row = 0; row < stays.length; row++) {
            NamedToken token = chosen.get(row);
            for (int i = 0; i < width; i++) {
                states[row * width + i] = Float.float16ToFloat(token.state()[i]);
            }
            for (int i = 0; i < token.words().length; i++) {
                shares[row * vocabulary.size() + token.words()[i]] += token.shares()[i];
            }
            stays[row] = token.role() == NamedToken.Role.THING ? THINGS_STAY : 1;
        }
        return new MergerTraining.Rows(states, shares, stays);
    }

    /** Words of a kind are taken for equally frequent, however often each was painted. */
    private float[] prior(List<NamedToken> tokens) {
        double[] painted = new double[vocabulary.size()];
        for (NamedToken token : tokens) {
            double weight = token.role() == NamedToken.Role.THING ? THINGS : SURROUNDINGS;
            for (int i = 0; i < token.words().length; i++) {
                painted[token.words()[i]] += weight * token.shares()[i];
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        vocabulary.forEach(word -> numbers.put(word, numbers.size()));
        double[] expected = new double[vocabulary.size()];
        for (List<String> group : groups) {
            double all = group.stream().mapToDouble(word -> painted[numbers.get(word)]).sum();
            group.forEach(word -> expected[numbers.get(word)] += (all + 1) / group.size());
        }
        double sum = java.util.Arrays.stream(expected).sum();
        float[] prior = new float[expected.length];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = (float) Math.log(expected[i] / sum);
        }
        return prior;
    }
}
