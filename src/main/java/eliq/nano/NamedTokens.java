package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.backbone.qwen3vl.ImagePreparation;
import eliq.backbone.qwen3vl.MergerTraining;
import eliq.catalog.Aspect;
import eliq.critic.CriticException;
import eliq.file.WholeFile;
import eliq.generate.painter.Scene;
import eliq.image.Pixels;
import eliq.prompts.Lexicon;
import eliq.prompts.Lexicon.Found;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Image tokens of many painted scenes with their names. Every second scene gathers several things; some are shown degraded
 * as well. Kept on disk a block of scenes at a time, so that a stopped training goes on with the block that it was at.
 */
final class NamedTokens {

    private static final int BLOCK = 100;
    private static final int SURROUNDINGS_OF_A_SCENE = 8;
    private static final int DEGRADED_OF_A_SCENE = 12;
    private static final double SHARE_OF_DEGRADED = 0.3;
    private static final int PURPOSE = 1 << 20;

    /** Beyond every scene of the legs. */
    private static final long FIRST = 3L << 23;

    private final NanoPrompts prompts;
    private final NanoPictures pictures;
    private final ImagePreparation preparation;
    private final long seed;
    private final Map<String, Short> numbers;

    NamedTokens(
            NanoPrompts prompts,
            NanoPictures pictures,
            ImagePreparation preparation,
            List<String> vocabulary,
            long seed) {
        this.prompts = prompts;
        this.pictures = pictures;
        this.preparation = preparation;
        this.seed = seed;
        this.numbers = new HashMap<>();
        vocabulary.forEach(word -> numbers.put(word, (short) numbers.size()));
    }

    /**
     * @param scenes how many
     * @param folder of the blocks
     * @return every token; fewer if it was cancelled
     */
    List<NamedToken> of(
            MergerTraining tower,
            int scenes,
            Path folder,
            Consumer<String> log,
            BooleanSupplier cancelled)
            throws CriticException, BackboneException, IOException {
        Files.createDirectories(folder);
        List<NamedToken> all = new ArrayList<>();
        for (int first = 0; first < scenes && !cancelled.getAsBoolean(); first += BLOCK) {
            int end = Math.min(scenes, first + BLOCK);
            Path file = folder.resolve("scenes-%d-%d.bin".formatted(first, end));
            if (!Files.exists(file)) {
                write(file, block(tower, first, end));
                log.accept("scenes to name: %d of %d".formatted(end, scenes));
            }
            all.addAll(read(file, tower.width()));
        }
        return all;
    }

    /** What is to be seen of one scene. */
    private record Shown(
            NanoPrompts.Numbered prompt,
            PreparedImage sound,
            Optional<PreparedImage> degraded,
            RandomGenerator random) {}

    private List<NamedToken> block(MergerTraining tower, int first, int end)
            throws CriticException, BackboneException {
        List<Shown> all = painted(first, end);
        Iterator<float[]> sound = tower.states(all.stream().map(Shown::sound).toList()).iterator();
        Iterator<float[]> degraded =
                tower.states(all.stream().flatMap(shown -> shown.degraded().stream()).toList())
                        .iterator();
        List<NamedToken> tokens = new ArrayList<>();
        for (Shown shown : all) {
            tokens.addAll(named(shown, sound.next(), tower.width()));
            if (shown.degraded().isPresent()) {
                tokens.addAll(still(degraded.next(), tower.width(), shown.random()));
            }
        }
        return tokens;
    }

    private List<Shown> painted(int first, int end) throws CriticException {
        try {
            return IntStream.range(first, end)
                    .parallel()
                    .mapToObj(
                            scene -> {
                                try {
                                    return paint(scene);
                                } catch (CriticException e) {
                                    throw new Unpaintable(e);
                                }
                            })
                    .toList();
        } catch (Unpaintable e) {
            throw e.reason;
        }
    }

    private Shown paint(int scene) throws CriticException {
        RandomGenerator random = NanoExamples.random(seed, FIRST + scene, PURPOSE);
        NanoPrompts.Numbered natural = prompts.training(FIRST + scene);
        NanoPrompts.Numbered prompt =
                scene % 2 == 0 ? natural : Gathering.draw(natural.seed(), random);
        Pixels sound = pictures.sound(prompt);
        Optional<PreparedImage> degraded = Optional.empty();
        if (random.nextDouble() < SHARE_OF_DEGRADED) {
            Aspect aspect = random.nextBoolean() ? Aspect.TECHNICAL : Aspect.AESTHETIC;
            double strength = random.nextDouble();
            degraded =
                    Optional.of(
                            prepare(NanoPictures.edited(sound, aspect, strength, random).pixels()));
        }
        return new Shown(prompt, prepare(sound), degraded, random);
    }

    private PreparedImage prepare(Pixels picture) throws CriticException {
        return NanoPictures.prepared(preparation, picture);
    }

    private List<NamedToken> named(Shown shown, float[] states, int width) {
        String text = shown.prompt().sample().text();
        List<Found> found = Lexicon.shipped().read(text);
        List<Optional<Scene.Subject>> subjects =
                NanoSightings.subjects(
                        pictures.painter(), shown.prompt(), shown.sound(), NanoPictures.SIDE);
        List<NamedToken> tokens = new ArrayList<>();
        List<Integer> around = new ArrayList<>();
        for (int token = 0; token < subjects.size(); token++) {
            if (subjects.get(token).isPresent()) {
                List<TokenNames.Name> names = TokenNames.of(subjects.get(token).get(), text, found);
                if (!names.isEmpty()) {
                    tokens.add(token(NamedToken.Role.THING, states, token, width, names));
                }
            } else {
                around.add(token);
            }
        }
        List<TokenNames.Name> names = TokenNames.ofSurroundings(text, found);
        Collections.shuffle(around, java.util.Random.from(shown.random()));
        if (!names.isEmpty()) {
            around.stream()
                    .limit(SURROUNDINGS_OF_A_SCENE)
                    .forEach(
                            token ->
                                    tokens.add(
                                            token(
                                                    NamedToken.Role.SURROUNDINGS,
                                                    states,
                                                    token,
                                                    width,
                                                    names)));
        }
        return tokens;
    }

    private static List<NamedToken> still(float[] states, int width, RandomGenerator random) {
        List<NamedToken> tokens = new ArrayList<>();
        for (int i = 0; i < DEGRADED_OF_A_SCENE; i++) {
            tokens.add(
                    NamedToken.of(
                            NamedToken.Role.DEGRADED,
                            states,
                            random.nextInt(states.length / width),
                            width,
                            new short[0],
                            new float[0]));
        }
        return tokens;
    }

    private NamedToken token(
            NamedToken.Role role,
            float[] states,
            int token,
            int width,
            List<TokenNames.Name> names) {
        short[] words = new short[names.size()];
        float[] shares = new float[names.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = numbers.get(" " + names.get(i).word());
            shares[i] = (float) names.get(i).share();
        }
        return NamedToken.of(role, states, token, width, words, shares);
    }

    private static void write(Path file, List<NamedToken> tokens) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(tokens.size());
        for (NamedToken token : tokens) {
            token.write(out);
        }
        WholeFile.write(file, bytes.toByteArray());
    }

    private static List<NamedToken> read(Path file, int width) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in =
                        new DataInputStream(new java.io.BufferedInputStream(bytes, 1 << 16))) {
            List<NamedToken> tokens = new ArrayList<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                tokens.add(NamedToken.read(in, width));
            }
            return tokens;
        }
    }
}
