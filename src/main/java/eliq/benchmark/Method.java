package eliq.benchmark;

/**
 * What scored the images.
 *
 * @param name for tables, unique in an evaluation
 * @param origin where its numbers are from
 * @param lowerIsBetter direction of its scores
 * @param detail what makes the numbers what they are: model and its hash, parameter file, imported file and its hash
 */
public record Method(String name, Origin origin, boolean lowerIsBetter, String detail) {

    /** Where numbers are from. */
    public enum Origin {
        /** Scored by this program in this evaluation. */
        MEASURED("measured here"),
        /** Scores of another program, read from a file; coefficients counted here. */
        IMPORTED("imported"),
        /** Coefficients as printed by others. */
        PUBLISHED("published");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The name with an arrow: which way is better. */
    public String title() {
        return name + (lowerIsBetter ? " ↓" : " ↑");
    }
}
