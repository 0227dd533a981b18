package eliq.generate;

import eliq.generate.GenerateException.Reason;
import eliq.image.Pixels;

/** Looks on while a picture is made. Called on any thread; what it does should be quick. */
public interface GenerationWatch {

    /** Sees nothing and never changes its mind. */
    GenerationWatch NONE = new GenerationWatch() {};

    /**
     * Waiting in the backend's queue.
     *
     * @param ahead pictures that are made first, 0 when its turn has come
     */
    default void queued(int ahead) {}

    /**
     * @param done steps done, counted from 1
     * @param total steps in all
     */
    default void step(int done, int total) {}

    /** A rough look at the picture so far; small as a rule. */
    default void preview(Pixels sofar) {}

    /** Something a person may want to know, such as that the connection was lost and found again. */
    default void note(String sentence) {}

    /** Whether the picture is no longer wanted; asked about once a second at least. */
    default boolean cancelled() {
        return false;
    }

    /** @param generator named in the message */
    default void checkCancelled(String generator) throws GenerateException {
        if (cancelled()) {
            throw new GenerateException(
                    Reason.CANCELLED, generator + ": stopped before the picture was ready.");
        }
    }
}
