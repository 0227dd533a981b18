package eliq.app.words;

/** Numbers with decimals as a person reads them, with a real minus. */
public final class Decimals {
    private Decimals() {}

    /** With this many decimals and a real minus, none before zero; a dash where there is no number. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = Amounts.format("%." + decimals + "f", Math.abs(value));
        return value < 0 && text.chars().anyMatch(c -> Character.digit(c, 10) > 0)
                ? "−" + text
                : text;
    }
}
