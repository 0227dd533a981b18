package eliq.prompts;

/** The seven prompt categories of the method. */
public enum Category {
    INDOOR_SCENES("Indoor Scenes"),
    URBAN_SCENES("Urban Scenes"),
    NATURAL_SCENES("Natural Scenes"),
    PEOPLE_AND_ACTIVITIES("People & Activities"),
    OBJECTS_AND_ARTIFACTS("Objects & Artifacts"),
    FOOD("Food"),
    EVENTS("Events");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    /** As shown and as stored. */
    public String title() {
        return title;
    }
}
