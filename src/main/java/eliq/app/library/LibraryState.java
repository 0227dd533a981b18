package eliq.app.library;

/** What the view shows. */
public sealed interface LibraryState {
    /** Whether the catalogue holds images, whether or not one matches. */
    default boolean hasImages() {
        return this instanceof Showing || this instanceof NoMatch;
    }

    record Loading() implements LibraryState {}

    /** The catalogue holds no image at all. */
    record EmptyCatalogue() implements LibraryState {}

    /**
     * There are images, none of which matches.
     *
     * @param words of the search
     * @param narrowed whether the search is not alone in narrowing
     */
    record NoMatch(String words, boolean narrowed) implements LibraryState {}

    record Showing(long images) implements LibraryState {}

    record Failed(String reason) implements LibraryState {}
}
