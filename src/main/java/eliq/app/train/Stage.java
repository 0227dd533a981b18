package eliq.app.train;

/** What is trained. */
public enum Stage {
    CRITIC("Critic", "stage 1", "train-critic"),
    SCORER("Scorer", "stage 2", "train-scorer");

    private final String title;
    private final String number;
    private final String kind;

    Stage(String title, String number, String kind) {
        this.title = title;
        this.number = number;
        this.kind = kind;
    }

    public String title() {
        return title;
    }

    /** As the paper counts. */
    public String number() {
        return number;
    }

    /** Kind of its jobs. */
    public String kind() {
        return kind;
    }
}
