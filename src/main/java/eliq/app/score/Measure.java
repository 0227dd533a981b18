package eliq.app.score;

import java.util.OptionalDouble;

/** What rows can be ordered, spread out and narrowed by. */
public enum Measure {
    VISUAL("Visual"),
    ALIGNMENT("Alignment");

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    /** As in the header of a column. */
    public String title() {
        return title;
    }

    /** The raw score; absent where there is none. */
    OptionalDouble of(Judgement judgement) {
        return switch (this) {
            case VISUAL -> OptionalDouble.of(judgement.visual());
            case ALIGNMENT ->
                    judgement
                            .alignment()
                            .map(a -> OptionalDouble.of(a.score()))
                            .orElseGet(OptionalDouble::empty);
        };
    }

    /** Its place in the scorer's reference, 0..1, where that is stored. */
    OptionalDouble share(Judgement judgement) {
        return switch (this) {
            case VISUAL -> judgement.visualShare();
            case ALIGNMENT ->
                    judgement
                            .alignment()
                            .map(Judgement.Alignment::share)
                            .orElseGet(OptionalDouble::empty);
        };
    }

    OptionalDouble of(ScoreRow row) {
        return row.judgement().map(this::of).orElseGet(OptionalDouble::empty);
    }
}
