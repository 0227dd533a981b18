package eliq.critic;

import eliq.backbone.TrainingExample;

/** Where a {@link TrainingLoop} gets its examples: by number, so that any order can be repeated. */
public interface ExampleSource {

    /** Number of examples in an epoch, at least 1. */
    int size();

    /**
     * How many consecutive examples belong together, such as a scene and its degraded versions: they follow each other
     * in every epoch's order, so that a batch shows what differs between them. Divides {@link #size}.
     */
    default int group() {
        return 1;
    }

    /**
     * Makes one example (decodes, distorts, prepares). Called on producer threads, several calls at a time; the answer
     * depends on nothing but the arguments, or a resumed run differs from an uninterrupted one.
     *
     * @param index 0 .. size - 1
     * @param epoch from 0; a source may draw each epoch anew
     */
    TrainingExample example(int index, int epoch) throws CriticException;
}
