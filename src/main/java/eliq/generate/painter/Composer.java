package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import eliq.generate.painter.Scene.Relation;
import eliq.generate.painter.Scene.Size;
import eliq.generate.painter.Scene.Subject;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arranges the subjects: large enough, counted at a glance, near the thirds, on one ground. */
final class Composer {
    /** Things in the air: how high their foot is above the ground, as a share of the height. */
    private static final Map<String, Double> LIFT =
            Map.of(
                    "hotairballoon", 0.34,
                    "firework", 0.40,
                    "butterfly", 0.22,
                    "balloon", 0.14,
                    "kite", 0.30,
                    "paperlantern", 0.26,
                    "bird", 0.06);

    private final Brush brush;
    private final Setting setting;
    private final Lexicon lexicon;
    private final SeededRandom random;
    private final Warp warp;
    private final double distortion;

    private record Placed(
            Subject subject, double x, double foot, double size, boolean mirrored, int index) {}

    Composer(
            Brush brush,
            Setting setting,
            Lexicon lexicon,
            SeededRandom random,
            Warp warp,
            double distortion) {
        this.brush = brush;
        this.setting = setting;
        this.lexicon = lexicon;
        this.random = random;
        this.warp = warp;
        this.distortion = distortion;
    }

    void paint(Scene scene) {
        Optional<Subject> held = held(scene);
        for (Placed placed : arrange(scene)) {
            draw(placed, SceneParser.isPerson(placed.subject().kind()) ? held : Optional.empty());
        }
    }

    /** Where everything would be painted, the farthest first. */
    List<Placement> placements(Scene scene) {
        Optional<Subject> held = held(scene);
        return arrange(scene).stream().map(placed -> placement(placed, held)).toList();
    }

    private Placement placement(Placed placed, Optional<Subject> held) {
        Subject subject = placed.subject();
        double half = widthOf(subject, held) * placed.size() / 2;
        double tall =
                SceneParser.isPerson(subject.kind())
                        ? placed.size() * reach(subject, held)
                        : placed.size();
        return new Placement(
                subject, placed.x() - half, placed.foot() - tall, placed.x() + half, placed.foot());
    }

    private static Optional<Subject> held(Scene scene) {
        return scene.subjects().stream().filter(s -> s.relation() == Relation.HELD).findFirst();
    }

    private List<Placed> arrange(Scene scene) {
        List<Subject> groups =
                scene.subjects().stream()
                        .filter(s -> s.relation() != Relation.HELD)
                        .limit(3)
                        .toList();
        List<Placed> all = arrange(groups, held(scene));
        all.sort(Comparator.comparingDouble(Placed::foot));
        return all;
    }

    private double widthOf(Subject subject, Optional<Subject> held) {
        double width = Atlas.model(subject.kind()).width();
        boolean riding =
                SceneParser.isPerson(subject.kind())
                        && held.filter(h -> h.kind().equals("bicycle") || h.kind().equals("horse"))
                                .isPresent();
        return riding ? Math.max(width, 0.95) : width;
    }

    private static int columns(int count, double width) {
        return switch (count) {
            case 4 -> width < 0.75 ? 4 : 2;
            case 5 -> width < 0.6 ? 5 : 3;
            default -> count;
        };
    }

    private List<Placed> arrange(List<Subject> groups, Optional<Subject> held) {
        double[] need = new double[groups.size()];
        double total = 0;
        for (int i = 0; i < need.length; i++) {
            Subject s = groups.get(i);
            double width = widthOf(s, held);
            need[i] = columns(s.count(), width) * width * height(s) * (i == 0 ? 1.25 : 1.05);
            total += need[i];
        }
        boolean swap = random.chance(0.5);
        double free = 0.94;
        double scale =
                Math.min(1, free * brush.canvas().width / brush.canvas().height / (total * 1.12));
        double used = total * 1.12 * scale * brush.canvas().height / brush.canvas().width;
        double slack = Math.max(0, free - used);
        double start =
                0.03
                        + slack
                                * (groups.size() == 1
                                        ? random.pick(List.of(0.34, 0.5, 0.66))
                                        : random.between(0.4, 0.6));
        List<Placed> all = new ArrayList<>();
        for (int k = 0; k < need.length; k++) {
            int i = swap ? need.length - 1 - k : k;
            double share = need[i] * 1.12 * scale * brush.canvas().height / brush.canvas().width;
            place(all, groups.get(i), held, start, share, i == 0);
            start += share;
        }
        return all;
    }

    private double height(Subject subject) {
        Model model = Atlas.model(subject.kind());
        double factor =
                subject.size() == Size.LARGE ? 1.18 : subject.size() == Size.SMALL ? 0.74 : 1;
        double many = subject.count() == 1 ? 1.25 : 1.1;
        return model.height() * factor * many;
    }

    private void place(
            List<Placed> all,
            Subject subject,
            Optional<Subject> held,
            double start,
            double share,
            boolean main) {
        double w = brush.canvas().width;
        double h = brush.canvas().height;
        double width = widthOf(subject, held);
        int columns = columns(subject.count(), width);
        double cell = share * w / columns;
        int rows = (subject.count() + columns - 1) / columns;
        double size = Math.min(height(subject) * h, cell / (width * 1.08));
        if (SceneParser.isPerson(subject.kind())) {
            size = Math.min(size, 0.84 * h / reach(subject, held));
        }
        double ground =
                setting.ground().equals("table")
                        ? 0.80
                        : setting.ground().equals("water") ? 0.78 : 0.87;
        double foot = (ground + (main ? random.between(0, 0.03) : random.between(-0.03, 0.02))) * h;
        if (rows > 1) {
            foot += 0.05 * h;
        }
        if (rows > 1) {
            size = Math.min(size, (foot - setting.horizon() * h) * 1.08);
        }
        double lift = LIFT.getOrDefault(subject.kind(), 0.0) * h;
        if (lift > 0) {
            foot = Math.max(size + 0.04 * h + (rows - 1) * size * 0.9, foot - lift);
            size = Math.min(size, (foot - 0.03 * h) / rows);
        }
        int left = subject.count();
        for (int row = 0; row < rows; row++) {
            int here = Math.min(columns, left);
            left -= here;
            double step =
                    lift > 0
                            ? size * 1.02
                            : Math.min(size * 0.9, (foot - setting.horizon() * h) * 0.75);
            for (int i = 0; i < here; i++) {
                double offset = (columns - here) * 0.5;
                double x =
                        start * w + cell * (i + offset + 0.5) + random.between(-0.02, 0.02) * cell;
                double jitter = subject.count() > 1 ? random.between(-0.012, 0.012) * h : 0;
                if (lift > 0 && subject.count() > 1) {
                    jitter += (i & 1) * 0.08 * h;
                }
                double back = row == 0 ? 1 : lift > 0 ? 1 : 0.9;
                boolean mirror = random.chance(0.5) && mirrorable(subject.kind());
                all.add(
                        new Placed(
                                subject,
                                x,
                                foot + jitter - row * step,
                                size * back,
                                mirror,
                                i + row * columns));
            }
        }
    }

    /** How high a person with everything held up is, in own heights. */
    private static double reach(Subject person, Optional<Subject> held) {
        if (held.isEmpty()) {
            return person.action().filter(a -> a.equals("jump") || a.equals("wave")).isPresent()
                    ? 1.15
                    : 1.08;
        }
        return switch (held.get().kind()) {
            case "umbrella" -> 1.26;
            case "kite" -> 1.48;
            case "balloon" -> 1.36;
            default -> 1.12;
        };
    }

    private static boolean mirrorable(String kind) {
        return !kind.equals("clock");
    }

    private void draw(Placed placed, Optional<Subject> held) {
        Subject subject = placed.subject();
        SeededRandom own = random.fork(SceneParser.hash(subject.kind()) + placed.index() * 77L);
        Model model = Atlas.model(subject.kind());
        double size = placed.size();
        boolean floating = LIFT.containsKey(subject.kind());
        Canvas canvas = brush.canvas();
        double side = brush.light().fromLeft() ? 0.12 : -0.12;
        double wide = model.width() * size;
        if (setting.ground().equals("water") && !floating) {
            canvas.spot(
                    placed.x(),
                    placed.foot() + size * 0.05,
                    wide * 0.62,
                    size * 0.16,
                    Ink.of(0.05, 0.10, 0.16),
                    0.5,
                    false);
        } else if (!floating) {
            double strength = setting.time().equals("night") && setting.outdoors() ? 0.4 : 0.5;
            canvas.spot(
                    placed.x() + side * wide,
                    placed.foot() + size * 0.005,
                    wide * 0.74,
                    Math.max(size * 0.085, wide * 0.09),
                    Ink.of(0.04, 0.04, 0.08),
                    strength,
                    false);
            canvas.spot(
                    placed.x(),
                    placed.foot(),
                    wide * 0.52,
                    Math.max(size * 0.03, wide * 0.035),
                    Ink.of(0.02, 0.02, 0.05),
                    0.6,
                    false);
        }
        brush.grainAt(own.between(0, 512), own.between(0, 512));
        Pen pen = Pen.at(brush, warp, own, placed.x(), placed.foot(), size, placed.mirrored());
        if (distortion > 0) {
            pen =
                    pen.at(0, 0, 1, own.between(-14, 14) * distortion)
                            .stretched(
                                    1 + own.between(-0.35, 0.45) * distortion,
                                    1 + own.between(-0.35, 0.2) * distortion);
        }
        Look look =
                new Look(
                        subject.action(),
                        held.map(Subject::kind),
                        held.map(h -> ink(h, own)).orElse(Palette.WHITE));
        SeededRandom shared = random.fork(SceneParser.hash(subject.kind()));
        model.art().draw(pen, ink(subject, shared), look);
        brush.grainAt(0, 0);
    }

    private Ink ink(Subject subject, SeededRandom own) {
        Term term = lexicon.find(Term.Kind.SUBJECT, subject.kind()).orElseThrow();
        List<String> natural = term.colours();
        String colour =
                subject.colour()
                        .orElseGet(() -> own.chance(0.6) ? natural.getFirst() : own.pick(natural));
        Ink ink = Palette.named(colour);
        ink = ink.times(own.between(0.95, 1.04));
        if (subject.material().isPresent()) {
            String material = subject.material().get();
            ink = ink.as(Palette.material(material));
            if (subject.colour().isEmpty()) {
                ink =
                        switch (material) {
                            case "wood" -> Palette.WOOD;
                            case "metal" -> Palette.STEEL;
                            case "glass" -> Palette.GLASS;
                            case "stone" -> Ink.of(0x9A9891).as(Material.STONE);
                            default -> ink;
                        };
            }
        }
        return ink;
    }
}
