package eliq.generate.painter;

import java.util.List;

/** Distracting things strewn over a picture. */
final class Clutter {
    private static final List<String> THINGS =
            List.of(
                    "book",
                    "mug",
                    "shoe",
                    "bottle",
                    "gift",
                    "hat",
                    "ball",
                    "suitcase",
                    "umbrella",
                    "boulder",
                    "chair");
    private static final List<String> COLOURS =
            List.of("red", "yellow", "green", "blue", "purple", "pink", "brown", "orange");

    private Clutter() {}

    static void strew(Brush brush, Setting setting, SeededRandom random) {
        double h = brush.canvas().height;
        double w = brush.canvas().width;
        for (int i = 0; i < 9; i++) {
            double y = random.between(setting.horizon() + 0.08, 1.04);
            double size = h * random.between(0.08, 0.2);
            Pen pen =
                    Pen.at(
                                    brush,
                                    new Warp(brush.noise(), 0, 0),
                                    random,
                                    random.between(0, w),
                                    y * h,
                                    size,
                                    random.chance(0.5))
                            .at(0, 0, 1, random.between(-40, 40));
            Atlas.draw(random.pick(THINGS), pen, Palette.named(random.pick(COLOURS)), Atlas.PLAIN);
        }
    }
}
