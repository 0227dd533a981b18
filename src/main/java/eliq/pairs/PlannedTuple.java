package eliq.pairs;

import eliq.generate.GenerationRequest;

/**
 * A tuple before any picture is there.
 *
 * @param prompt p
 * @param positive where I+ comes from
 * @param artists who draws for it
 */
record PlannedTuple(String prompt, Positive positive, TupleArtists artists) {

    /** Where a positive comes from. */
    sealed interface Positive {

        /**
         * Drawn by the own artist.
         *
         * @param number among those of its prompt, over all generators, from 0
         */
        record Drawn(int number, GenerationRequest request) implements Positive {}

        /** The user's. */
        record Own(BuildPairs.OwnImage image) implements Positive {}
    }
}
