package eliq.critic;

import eliq.backbone.TrainingExample;

/** Where a {@link TrainingLoop} gets its examples: by number, so that any order can be repeated. */
public interface ExampleSource {

    /** Number of examples in an epoch, at least 1. */
    int size();

    /**
     * Examples of one group come one after another, so that a step sees a picture and what was made worse of it side by
     * side: the content they share cancels out of the gradient, what sets them apart remains. By default each example is
     * a group of its own.
     *
     * @param index 0 .. size - 1
     * @return any number; equal for members of a group
     */
    default int group(int index) {
        return index;
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
