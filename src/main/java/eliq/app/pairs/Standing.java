package eliq.app.pairs;

import eliq.app.words.Decimals;
import java.util.OptionalDouble;

/**
 * How a tuple stands in the list.
 *
 * @param wrong negatives that the critic puts before their positive
 * @param margin the critic's smallest, negative where one is wrong; absent while nobody knows
 * @param findings of the audit
 */
public record Standing(long tuple, long wrong, OptionalDouble margin, int findings) {

    /** Whether somebody should look at it. */
    public boolean suspicious() {
        return wrong + findings > 0;
    }

    /** As the list has room for. */
    public String words() {
        String critic =
                switch ((int) Math.min(2, wrong)) {
                    case 0 -> "margin " + Decimals.signed(margin);
                    case 1 -> "1 wrong by " + size();
                    default -> wrong + " wrong by up to " + size();
                };
        return "#" + tuple + "  " + critic + (findings > 0 ? "  audit: " + findings : "");
    }

    private String size() {
        double size = Math.abs(margin.orElse(0));
        return size < 0.005 ? "under 0.01" : Decimals.two(OptionalDouble.of(size));
    }
}
