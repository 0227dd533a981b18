package eliq.generate.painter;

/** Paints the place of a scene, from far to near, before its subjects. */
interface Backdrop {
    void paint(Brush brush, Setting setting, SeededRandom random);

    /** The painter of a place. */
    static Backdrop of(Setting setting) {
        return switch (setting.ground()) {
            case "table" -> new TableBackdrop();
            case "floor" -> new RoomBackdrop();
            default -> new OutdoorBackdrop();
        };
    }
}
