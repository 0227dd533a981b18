package eliq.benchmark.ablation;

import java.util.Locale;

/** What is measured of a cell. Of each, higher is better and 1 is the most. */
public enum Figure {
    /** Share of held-out technical pairs that the visual score puts in order. */
    TECHNICAL_PAIRS("technical pairs", true),
    /** Likewise of aesthetic pairs. */
    AESTHETIC_PAIRS("aesthetic pairs", true),
    /** Likewise of alignment pairs and the alignment score. */
    ALIGNMENT_PAIRS("alignment pairs", false),
    /** Mean over held-out images of the rank correlation of visual score and weakness of a technical degradation. */
    TECHNICAL_STRENGTH("technical strength SRCC", true),
    /** Likewise of an aesthetic one. */
    AESTHETIC_STRENGTH("aesthetic strength SRCC", true),
    /** Rank correlation of the visual score and the human rating of quality. */
    VISUAL_SRCC("visual SRCC", true),
    /** Pearson's coefficient of the same, raw. */
    VISUAL_PLCC("visual PLCC", true),
    /** Rank correlation of the alignment score and the human rating of alignment. */
    ALIGNMENT_SRCC("alignment SRCC", false),
    /** Pearson's coefficient of the same, raw. */
    ALIGNMENT_PLCC("alignment PLCC", false);

    private final String title;
    private final boolean visual;

    Figure(String title, boolean visual) {
        this.title = title;
        this.visual = visual;
    }

    /** As it stands above a column. */
    public String title() {
        return title;
    }

    /** Lower case with underscores, as it stands in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is said of the visual score; else of the alignment score. */
    boolean visual() {
        return visual;
    }

    /** Whether this cell learned what is measured here. */
    boolean saysSomethingOf(Cell cell) {
        return visual ? cell.judgesQuality() : cell.judgesAlignment();
    }
}
