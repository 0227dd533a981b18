package eliq.pairs;

import java.util.Locale;

/** Which strengths the negatives of one kind and one positive have, within the least and the greatest. */
public enum StrengthSchedule {
    /** Every strength is as likely as any other. */
    UNIFORM {
        @Override
        double share(double chance, int index, int count) {
            return chance;
        }
    },
    /** Evenly rising from the least to the greatest; the middle where there is one negative only. */
    LADDER {
        @Override
        double share(double chance, int index, int count) {
            return count == 1 ? 0.5 : (double) index / (count - 1);
        }
    },
    /** Weak ones more often. */
    MILD {
        @Override
        double share(double chance, int index, int count) {
            return chance * chance;
        }
    },
    /** Strong ones more often. */
    SEVERE {
        @Override
        double share(double chance, int index, int count) {
            return 1 - (1 - chance) * (1 - chance);
        }
    };

    /** Lower-case name, as it stands in files and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Where between the least (0) and the greatest (1) strength a negative lies.
     *
     * @param chance 0..1, evenly distributed
     * @param index of the negative among those of its kind and positive, from 0
     * @param count of these
     */
    abstract double share(double chance, int index, int count);
}
