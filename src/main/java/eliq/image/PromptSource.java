package eliq.image;

/** Where an image's prompt was found, in the order in which the places are asked. */
public enum PromptSource {
    /** The text that the user gave for all images. */
    GIVEN("given"),
    /** A row of the user's table. */
    TABLE("table"),
    /** A text file of the same name beside the image. */
    SIDECAR("text file"),
    /** What the generator left in the image file. */
    METADATA("metadata");

    private final String title;

    PromptSource(String title) {
        this.title = title;
    }

    /** As shown in tables. */
    public String title() {
        return title;
    }
}
