package eliq.app.chart;

import eliq.catalog.Aspect;
import java.util.Locale;

/**
 * The colours of series. Those of the aspects are used for nothing else; the others are told apart by colour-blind eyes
 * and differ from them. The style sheet has a light and a dark form of each.
 */
public enum Tone {
    TECHNICAL("#0a5fb4"),
    AESTHETIC("#a34a00"),
    ALIGNMENT("#7a3fb5"),
    FIRST("#00695c"),
    SECOND("#ad1457"),
    THIRD("#6b6200"),
    FOURTH("#46515c"),
    FIFTH("#00708f"),
    SIXTH("#8d4f3f");

    private final String onWhite;

    Tone(String onWhite) {
        this.onWhite = onWhite;
    }

    /** The one of an aspect, everywhere. */
    public static Tone of(Aspect aspect) {
        return valueOf(aspect.name());
    }

    /** The one of the n-th of several things, from 0; they come again after six. */
    public static Tone of(int place) {
        return values()[FIRST.ordinal() + Math.floorMod(place, 6)];
    }

    /** As {@code #rrggbb}, for paper. */
    public String onWhite() {
        return onWhite;
    }

    String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
