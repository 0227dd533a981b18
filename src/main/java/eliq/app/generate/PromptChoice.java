package eliq.app.generate;

/** Which prompts a set is drawn from. */
public enum PromptChoice {
    /** Those of the workspace that are shown. */
    BANK("Prompts of the workspace"),
    /** Made up for the painter, evenly of all categories. */
    MADE_UP("Made up for the painter"),
    /** The 400 that come with the program. */
    SHIPPED("The 400 shipped prompts");

    private final String title;

    PromptChoice(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
