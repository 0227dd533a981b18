package eliq.generate.comfyui;

import java.util.Locale;

/** What a request puts into a workflow. */
enum Slot {
    /** What is to be seen, or, of an editor, what is to be changed. */
    PROMPT,
    /** What is not to be seen. Left as the workflow has it. */
    NEGATIVE,
    SEED,
    WIDTH,
    HEIGHT,
    /** Name of the picture to be edited, on the server. */
    IMAGE,
    /** Beginning of the saved file's name. */
    PREFIX;

    /** As written in workflow descriptions and node titles. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
