package eliq.generate.painter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The degradations that a prompt asks for in words. A real generator obeys such words; so does the painter. Technical
 * ones spoil the signal, aesthetic ones colour and composition.
 */
final class Spoils {

    /** One defect. */
    enum Spoil {
        BLUR("blurry|blurred|out of focus|unfocused|soft focus|motion blur|smeared"),
        NOISE("grainy|noisy|noise|film grain|sensor noise"),
        PIXELS("low resolution|low-resolution|low res|pixelated|pixelation|pixellated|upscaled"),
        BLOCKS(
                "jpeg artifacts|jpeg artefacts|compression artifacts|compression artefacts|heavily compressed|compressed"),
        OVEREXPOSED("overexposed|over-exposed|blown out|blown-out|too bright"),
        UNDEREXPOSED("underexposed|under-exposed|too dark|crushed shadows"),
        BANDING("posterized|posterised|colour banding|color banding"),
        LOW_QUALITY("low quality|low-quality|poor quality|bad quality|worst quality"),
        BAD_COMPOSITION(
                "badly composed|bad composition|poor composition|badly framed|poorly framed|cut off|off-centre|off-center|cropped"),
        TILTED("tilted|crooked|slanted horizon|askew"),
        CLASHING(
                "clashing colours|clashing colors|ugly colours|ugly colors|garish|wrong colours|wrong colors|unnatural colours|unnatural colors"),
        CLUTTERED("cluttered|messy|chaotic|distracting"),
        WASHED_OUT(
                "washed out|washed-out|faded|dull colours|dull colors|low contrast|flat lighting|muddy"),
        OVERSATURATED("oversaturated|over-saturated|neon colours|neon colors"),
        CAST("colour cast|color cast|sickly|green tint|yellow tint"),
        UGLY(
                "ugly|unattractive|amateurish|amateur|deformed|distorted|bad proportions|bad anatomy|crude");

        private final Pattern words;

        Spoil(String alternatives) {
            words = Pattern.compile("\\b(?:" + alternatives + ")\\b");
        }
    }

    private final Map<Spoil, Double> strengths;

    private Spoils(Map<Spoil, Double> strengths) {
        this.strengths = strengths;
    }

    /** What the text asks for, at full strength, or less with "slightly" and more with "very" before it. */
    static Spoils read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Map<Spoil, Double> found = new EnumMap<>(Spoil.class);
        for (Spoil spoil : Spoil.values()) {
            var matcher = spoil.words.matcher(lower);
            if (matcher.find()) {
                String before =
                        lower.substring(Math.max(0, matcher.start() - 12), matcher.start()).strip();
                double strength =
                        before.endsWith("slightly")
                                ? 0.5
                                : before.endsWith("very")
                                                || before.endsWith("extremely")
                                                || before.endsWith("heavily")
                                        ? 1.4
                                        : 1;
                found.put(spoil, strength);
            }
        }
        return new Spoils(found);
    }

    /** The text without these words, so that the scene is the one without them. */
    static String without(String text) {
        String rest = text;
        for (Spoil spoil : Spoil.values()) {
            rest =
                    Pattern.compile(spoil.words.pattern(), Pattern.CASE_INSENSITIVE)
                            .matcher(rest)
                            .replaceAll(" ");
        }
        return rest;
    }

    double of(Spoil spoil) {
        return strengths.getOrDefault(spoil, 0.0);
    }

    List<Spoil> all() {
        return new ArrayList<>(strengths.keySet());
    }

    /** Applies those that act on the finished picture. */
    void apply(Canvas canvas, SeededRandom random) {
        double unit = canvas.width / 512.0;
        double k = of(Spoil.TILTED) + of(Spoil.BAD_COMPOSITION);
        if (k > 0) {
            double tilt = of(Spoil.TILTED) * (random.chance(0.5) ? 1 : -1) * random.between(9, 16);
            double share = of(Spoil.BAD_COMPOSITION) > 0 ? 0.62 : 0.88;
            double edge = random.chance(0.5) ? 0.02 : 0.98;
            double x = of(Spoil.BAD_COMPOSITION) > 0 ? edge * (1 - share) : (1 - share) / 2;
            double y =
                    of(Spoil.BAD_COMPOSITION) > 0
                            ? random.between(0.05, 0.95) * (1 - share)
                            : (1 - share) / 2;
            if (of(Spoil.BAD_COMPOSITION) > 0 && tilt == 0) {
                tilt = random.between(-6, 6);
            }
            Filters.reframe(canvas, x, y, share, tilt);
        }
        double clash = of(Spoil.CLASHING) + of(Spoil.UGLY) * 0.6;
        if (clash > 0) {
            Filters.hue(
                    canvas,
                    (random.chance(0.5) ? 1 : -1) * random.between(65, 130) * Math.min(1.2, clash));
            Filters.tone(canvas, 1, 1.05, 1.5, Ink.of(1, 1, 1));
        }
        if (of(Spoil.WASHED_OUT) > 0) {
            Filters.tone(canvas, 1.12, 0.5, 0.35, Ink.of(1.0, 0.99, 0.95));
        }
        if (of(Spoil.OVERSATURATED) > 0) {
            Filters.tone(canvas, 1, 1.25, 2.6, Ink.of(1, 1, 1));
        }
        if (of(Spoil.CAST) > 0) {
            Filters.tone(
                    canvas,
                    1,
                    0.9,
                    0.7,
                    random.chance(0.5) ? Ink.of(0.86, 1.0, 0.62) : Ink.of(1.0, 0.92, 0.55));
        }
        signal(canvas, random, unit);
    }

    private void signal(Canvas canvas, SeededRandom random, double unit) {
        double poor = of(Spoil.LOW_QUALITY);
        if (of(Spoil.OVEREXPOSED) > 0) {
            Filters.tone(canvas, 1.55 + 0.3 * of(Spoil.OVEREXPOSED), 1.1, 0.85, Ink.of(1, 1, 1));
        }
        if (of(Spoil.UNDEREXPOSED) > 0) {
            Filters.tone(canvas, 0.34, 1.05, 0.8, Ink.of(1, 1, 1));
        }
        clamp(canvas);
        double blur = of(Spoil.BLUR) * 3.2 + poor * 1.4;
        if (blur > 0) {
            Filters.blur(canvas, blur * random.between(0.85, 1.25) * unit);
        }
        if (of(Spoil.PIXELS) > 0) {
            Filters.pixelate(canvas, (int) Math.max(2, Math.round(7 * of(Spoil.PIXELS) * unit)));
        }
        double noise = of(Spoil.NOISE) * 0.12 + poor * 0.05;
        if (noise > 0) {
            Filters.noise(canvas, noise, random.chance(0.6), random);
        }
        if (of(Spoil.BANDING) > 0) {
            clamp(canvas);
            for (int i = 0; i < canvas.rgb.length; i++) {
                canvas.rgb[i] = Math.round(canvas.rgb[i] * 5) / 5f;
            }
        }
        double blocks = of(Spoil.BLOCKS) * 0.85 + poor * 0.4;
        if (blocks > 0) {
            Filters.blocks(canvas, Math.min(0.95, blocks));
        }
    }

    private static void clamp(Canvas canvas) {
        for (int i = 0; i < canvas.rgb.length; i++) {
            canvas.rgb[i] = Math.clamp(canvas.rgb[i], 0f, 1f);
        }
    }
}
