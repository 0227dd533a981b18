package eliq.generate.painter;

import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.ImageGenerator;
import eliq.generate.painter.Spoils.Spoil;
import eliq.image.Pixels;
import eliq.prompts.Lexicon;
import java.util.EnumSet;
import java.util.List;

/**
 * The built-in generator: reads the prompt as a {@link Scene} and paints it procedurally. It needs nothing and gives the
 * same pixels for the same request on every machine: arithmetic is limited to operations that Java defines exactly.
 *
 * <p>Prompts may be any text; those of {@link SceneGrammar#sample(long)} and of the shipped prompt bank are painted
 * completely. Words such as "blurry" or "badly composed" are obeyed. {@link Quality.EarlyStopped} looks like a diffusion
 * model decoded too early, {@link Quality.Weaker} like an old model: bent shapes, wrong proportions, muddy colours, poor
 * framing.
 *
 * <pre>{@code
 * Pixels picture = new Painter().generate(GenerationRequest.of("two red cars on a city street at night", 7));
 * }</pre>
 *
 * <p>Immutable and safe for any number of threads; one picture is painted on the calling thread.
 */
public final class Painter implements ImageGenerator {
    private static final long NOISE_SEED = 20_26L;
    private static final int SMALLEST = 16;
    private static final int LARGEST = 4096;
    private static final int USUAL = 512;
    private final Noise noise = new Noise(NOISE_SEED);
    private final Lexicon lexicon = Lexicon.shipped();
    private final SceneParser parser = new SceneParser();

    @Override
    public String name() {
        return "painter";
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(EnumSet.allOf(QualityKind.class), true, USUAL, USUAL, 1);
    }

    /**
     * @throws GenerateException where the size is outside 16..4096 pixels
     */
    @Override
    public Pixels generate(GenerationRequest request) throws GenerateException {
        if (Math.min(request.width(), request.height()) < SMALLEST
                || Math.max(request.width(), request.height()) > LARGEST) {
            throw new GenerateException(
                    "the painter paints pictures of 16 to 4096 pixels a side, not "
                            + request.width()
                            + " x "
                            + request.height()
                            + "; ask for another size");
        }
        Spoils spoils = Spoils.read(request.prompt());
        return paint(
                scene(request.prompt()),
                spoils,
                request.seed(),
                request.width(),
                request.height(),
                request.quality());
    }

    /**
     * Paints a scene of one's own.
     *
     * @param width in pixels, 16..4096
     * @param height in pixels, 16..4096
     */
    public Pixels paint(Scene scene, long seed, int width, int height) {
        return paint(scene, Spoils.read(""), seed, width, height, new Quality.Full());
    }

    /**
     * Where the things of a prompt are in the full-quality picture of the same request, the farthest first. Spoiled words
     * and qualities that move the picture are not followed.
     */
    public List<Placement> placements(GenerationRequest request) {
        Scene scene = scene(request.prompt());
        SeededRandom random = random(scene, request.seed());
        Setting setting = Setting.of(scene, lexicon, random.fork(1));
        Light light = Light.of(setting.time(), setting.weather(), !setting.outdoors(), true);
        Brush brush = new Brush(new Canvas(request.width(), request.height()), noise, light);
        return new Composer(brush, setting, lexicon, random.fork(5), new Warp(noise, 0, 0), 0)
                .placements(scene);
    }

    /** What a prompt means to the painter. */
    public Scene scene(String prompt) {
        return parser.parse(Spoils.without(prompt));
    }

    private static SeededRandom random(Scene scene, long seed) {
        return new SeededRandom(seed * 31 + SceneParser.hash(scene.toString()));
    }

    private Pixels paint(
            Scene scene, Spoils spoils, long seed, int width, int height, Quality quality) {
        SeededRandom random = random(scene, seed);
        Setting setting = Setting.of(scene, lexicon, random.fork(1));
        double weakness =
                quality instanceof Quality.Weaker weaker ? Math.clamp(weaker.strength(), 0, 1) : 0;
        double distortion =
                Math.max(weakness > 0 ? 0.25 + 0.75 * weakness : 0, 0.6 * spoils.of(Spoil.UGLY));
        Canvas canvas = new Canvas(width, height);
        boolean fromLeft = random.fork(2).chance(0.5);
        Light light = Light.of(setting.time(), setting.weather(), !setting.outdoors(), fromLeft);
        Brush brush = new Brush(canvas, noise, light);
        Backdrop.of(setting).paint(brush, setting, random.fork(3));
        brush.light(light.onSubjects());
        double bend = distortion * Math.min(width, height) * 0.055;
        Warp warp = new Warp(noise, bend, random.fork(4).between(0, 500));
        Composer composer = new Composer(brush, setting, lexicon, random.fork(5), warp, distortion);
        if (spoils.of(Spoil.CLUTTERED) > 0) {
            Clutter.strew(brush, setting, random.fork(6));
        }
        composer.paint(scene);
        if (spoils.of(Spoil.CLUTTERED) > 0) {
            Clutter.strew(brush, setting, random.fork(7));
        }
        new Atmosphere(brush, setting, random.fork(8)).paint();
        if (weakness > 0) {
            weaken(canvas, weakness, random.fork(9));
        }
        spoils.apply(canvas, random.fork(10));
        if (quality instanceof Quality.EarlyStopped early) {
            Filters.earlyStopped(canvas, early.progress(), random.fork(11));
        }
        return canvas.toPixels();
    }

    private static void weaken(Canvas canvas, double weakness, SeededRandom random) {
        double share = 1 - (0.12 + 0.3 * weakness) * random.between(0.6, 1);
        double x =
                (1 - share)
                        * (random.chance(0.5) ? random.between(0, 0.15) : random.between(0.85, 1));
        double y = (1 - share) * random.between(0.1, 0.9);
        double tilt = random.between(-9, 9) * (0.3 + 0.7 * weakness);
        Filters.reframe(canvas, x, y, share, tilt);
        boolean garish = random.chance(0.5);
        Filters.hue(canvas, random.between(-1, 1) * (20 + 45 * weakness));
        if (garish) {
            Filters.tone(canvas, 1.05, 1.1 + 0.2 * weakness, 1.4 + 0.7 * weakness, Ink.of(1, 1, 1));
        } else {
            Filters.tone(
                    canvas,
                    0.95,
                    0.85 - 0.3 * weakness,
                    0.75 - 0.35 * weakness,
                    Ink.of(1.0, 0.95, 0.82));
        }
        Filters.blur(canvas, (0.5 + 0.7 * weakness) * canvas.width / 512.0);
    }
}
