package eliq.generate.painter;

/** How a surface takes light and what its grain looks like. */
enum Material {
    PLAIN,
    GLOSS,
    METAL,
    GLASS,
    WOOD,
    FABRIC,
    FUR,
    STONE,
    BRICK,
    LEAF,
    SKIN,
    CRUST
}
