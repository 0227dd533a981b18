package eliq.critic;

import eliq.backbone.Reading;
import java.util.Locale;

/** The two answers a critic may give; each is a single token. */
public enum Label {
    LOW,
    HIGH;

    /** The token's text: the training target. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The probability that a reading gives to this label where only the two are allowed, 0..1. */
    public double probability(Reading reading) {
        double high = reading.highOfPair();
        return this == HIGH ? high : 1 - high;
    }
}
