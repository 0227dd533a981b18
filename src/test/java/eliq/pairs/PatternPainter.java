package eliq.pairs;

import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.ImageGenerator;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws coloured patches that depend on everything in the request, notes what it was asked, and fails when told to. */
final class PatternPainter implements ImageGenerator {
    private static final int PATCH = 8;

    private final List<GenerationRequest> requests =
            Collections.synchronizedList(new ArrayList<>());
    private final String name;
    private final Set<QualityKind> kinds;
    private volatile int failAfter = Integer.MAX_VALUE;
    private volatile String refused = "";

    PatternPainter() {
        this("pattern", EnumSet.allOf(QualityKind.class));
    }

    /** @param kinds what it can make */
    PatternPainter(String name, Set<QualityKind> kinds) {
        this.name = name;
        this.kinds = kinds;
    }

    /** Fails wherever the prompt holds these words, and only there. */
    void refuse(String words) {
        refused = words;
    }

    /** Breaks down after this many drawings more. */
    void failAfter(int drawings) {
        failAfter = requests.size() + drawings;
    }

    void repair() {
        failAfter = Integer.MAX_VALUE;
    }

    List<GenerationRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(kinds, true, 64, 64, 1);
    }

    @Override
    public Pixels generate(GenerationRequest request) throws GenerateException {
        synchronized (requests) {
            if (requests.size() >= failAfter) {
                throw new GenerateException(
                        GenerateException.Reason.UNREACHABLE,
                        "The pattern painter has run out of paint.");
            }
            if (!refused.isEmpty() && request.prompt().contains(refused)) {
                throw new GenerateException(
                        GenerateException.Reason.FAILED, "No picture came of " + refused + ".");
            }
            requests.add(request);
        }
        return name.equals("pattern")
                ? draw(request)
                : draw(
                        new GenerationRequest(
                                request.prompt() + name,
                                request.seed(),
                                request.width(),
                                request.height(),
                                request.quality()));
    }

    static Pixels draw(GenerationRequest request) {
        Random colours = new Random(request.prompt().hashCode() * 31L + request.seed());
        Random flaws = new Random(request.seed());
        int width = request.width();
        int height = request.height();
        int across = (width + PATCH - 1) / PATCH;
        int[] patches = colours.ints((long) across * ((height + PATCH - 1) / PATCH)).toArray();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int patch = patches[y / PATCH * across + x / PATCH];
                for (int c = 0; c < 3; c++) {
                    int level = (patch >> 8 * c & 0x7F) + 64;
                    rgb[3 * (y * width + x) + c] = (byte) flawed(level, request.quality(), flaws);
                }
            }
        }
        return new Pixels(width, height, rgb);
    }

    private static int flawed(int level, Quality quality, Random flaws) {
        return switch (quality) {
            case Quality.Full full -> level;
            case Quality.EarlyStopped early ->
                    (int) (early.progress() * level + (1 - early.progress()) * flaws.nextInt(256));
            case Quality.Weaker weaker -> (int) (level * (1 - 0.5 * weaker.strength()));
        };
    }
}
