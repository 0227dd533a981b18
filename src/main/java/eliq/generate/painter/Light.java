package eliq.generate.painter;

/**
 * The light of a time of day.
 *
 * @param tint what surfaces are multiplied by (red, green, blue)
 * @param fromLeft whether it comes from the upper left
 * @param contrast depth of shading, 1 usual
 * @param night whether lamps and windows shine
 */
record Light(Ink tint, boolean fromLeft, double contrast, boolean night) {

    static Light of(String time, String weather, boolean indoors, boolean fromLeft) {
        if (indoors) {
            return new Light(
                    time.equals("night")
                            ? Ink.of(0.88, 0.78, 0.68)
                            : time.equals("sunset") || time.equals("dawn")
                                    ? Ink.of(1.0, 0.93, 0.86)
                                    : Ink.of(1, 1, 1),
                    fromLeft,
                    1,
                    time.equals("night"));
        }
        Ink tint =
                switch (time) {
                    case "dawn" -> Ink.of(1.0, 0.90, 0.88);
                    case "sunset" -> Ink.of(1.0, 0.84, 0.70);
                    case "night" -> Ink.of(0.58, 0.63, 0.84);
                    default -> Ink.of(1, 1, 1);
                };
        double contrast =
                switch (weather) {
                    case "clear" -> 1.1;
                    case "fog" -> 0.6;
                    default -> 0.85;
                };
        if (weather.equals("rain")) {
            tint = tint.times(0.86);
        }
        return new Light(tint, fromLeft, contrast, time.equals("night"));
    }

    /** For the main subjects, which stand in a pool of light so that they stay readable. */
    Light onSubjects() {
        double lift = night ? 0.5 : 0.35;
        return new Light(tint.mix(Ink.of(1, 1, 1), lift), fromLeft, contrast, night);
    }
}
