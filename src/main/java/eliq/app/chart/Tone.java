package eliq.app.chart;

import eliq.catalog.Aspect;
import java.util.Locale;

/**
 * The colours of series. Those of the aspects are used for nothing else; the others are told apart by colour-blind eyes
 * and differ from them. The style sheet has a light and a dark form of each.
 */
public enum Tone {
    TECHNICAL("#0a5fb4", "T", ""),
    AESTHETIC("#a34a00", "A", "9 4"),
    ALIGNMENT("#7a3fb5", "P", "2 5"),
    FIRST("#00695c"),
    SECOND("#ad1457"),
    THIRD("#6b6200"),
    FOURTH("#46515c"),
    FIFTH("#00708f"),
    SIXTH("#8d4f3f");

    private final String onWhite;
    private final String letter;
    private final String dashes;

    Tone(String onWhite) {
        this(onWhite, "", "");
    }

    Tone(String onWhite, String letter, String dashes) {
        this.onWhite = onWhite;
        this.letter = letter;
        this.dashes = dashes;
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

    /** What stands at the end of a curve; empty for those that the legend alone names. */
    String letter() {
        return letter;
    }

    /** Of a curve, so that those below one that lies on them are seen: lengths of dashes and gaps; empty where it is whole. */
    String dashes() {
        return dashes;
    }

    String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
