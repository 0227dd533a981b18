package eliq.app;

/** What the workspace is like while pictures of the desktop are taken. */
enum Situation {
    /** Nothing is in it. */
    EMPTY,
    /** What is asked of it does not come. */
    LOADING,
    /** The program's own jobs filled it. */
    FULL,
    /** It cannot be read, or what is given cannot. */
    ERROR
}
