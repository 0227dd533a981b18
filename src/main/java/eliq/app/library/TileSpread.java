package eliq.app.library;

/**
 * As many tiles beside each other as fit, over the whole width.
 *
 * @param columns at least one
 * @param gap at either side of a tile
 */
record TileSpread(int columns, double gap) {
    /** Above and below a tile, and the least beside it. */
    static final double GAP = 4;

    /** Around all tiles. */
    static final double PADDING = 8;

    // The scroll bar, and the padding at both sides.
    private static final double BESIDE_TILES = 8 + 2 * PADDING;

    static TileSpread over(double width) {
        double room = width - BESIDE_TILES;
        int columns = Math.max(1, (int) (room / (ImageTile.WIDTH + 2 * GAP)));
        double gap = (room / columns - ImageTile.WIDTH) / 2;
        return new TileSpread(columns, Math.max(GAP, Math.floor(gap)));
    }
}
