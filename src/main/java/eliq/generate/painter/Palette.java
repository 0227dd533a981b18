package eliq.generate.painter;

/** Named colours as paint. */
final class Palette {
    static final Ink SKIN_LIGHT = Ink.of(0xEDBE9C).as(Material.SKIN);
    static final Ink SKIN_MID = Ink.of(0xC98E66).as(Material.SKIN);
    static final Ink SKIN_DARK = Ink.of(0x84543A).as(Material.SKIN);
    static final Ink WOOD = Ink.of(0x8B5A32).as(Material.WOOD);
    static final Ink STEEL = Ink.of(0xAEB6BF).as(Material.METAL);
    static final Ink BLACK = Ink.of(0x25252B);
    static final Ink WHITE = Ink.of(0xF7F5EF);
    static final Ink LEAF = Ink.of(0x3E8A3A).as(Material.LEAF);
    static final Ink GLASS = Ink.of(0xA9C9DA).as(Material.GLASS);
    static final Ink GOLD = Ink.of(0xDDA92B).as(Material.METAL);

    private Palette() {}

    static Ink named(String colour) {
        return Ink.of(
                switch (colour) {
                    case "red" -> 0xD3222A;
                    case "orange" -> 0xF2821E;
                    case "yellow" -> 0xF7D22B;
                    case "green" -> 0x2C9B45;
                    case "blue" -> 0x235FDA;
                    case "purple" -> 0x7B36BD;
                    case "pink" -> 0xF480B4;
                    case "brown" -> 0x7A4727;
                    case "black" -> 0x2A2A30;
                    case "white" -> 0xF5F3EC;
                    case "grey" -> 0x8F949B;
                    case "turquoise" -> 0x1FB8B2;
                    case "gold" -> 0xDDA92B;
                    case "beige" -> 0xDCC7A2;
                    default -> throw new IllegalArgumentException("no paint for colour " + colour);
                });
    }

    static Ink skin(SeededRandom random) {
        return switch (random.below(3)) {
            case 0 -> SKIN_LIGHT;
            case 1 -> SKIN_MID;
            default -> SKIN_DARK;
        };
    }

    static Ink hair(SeededRandom random) {
        return Ink.of(
                        switch (random.below(4)) {
                            case 0 -> 0x2A1D16;
                            case 1 -> 0x5A3620;
                            case 2 -> 0xA8742F;
                            default -> 0x1A1A1E;
                        })
                .as(Material.FUR);
    }

    static Material material(String id) {
        return switch (id) {
            case "wood" -> Material.WOOD;
            case "metal" -> Material.METAL;
            case "glass" -> Material.GLASS;
            case "stone" -> Material.STONE;
            case "velvet" -> Material.FABRIC;
            case "ceramic", "leather" -> Material.GLOSS;
            default -> Material.PLAIN;
        };
    }
}
