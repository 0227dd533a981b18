package eliq.app.pairs;

/** What the view shows. */
public sealed interface PairsState {
    /** Whether there is a set with something in it. */
    default boolean hasPairs() {
        return this instanceof Showing || this instanceof NoMatch;
    }

    record Loading() implements PairsState {}

    /** There is no set of pairs, or an empty one. */
    record NoPairs() implements PairsState {}

    /**
     * There are tuples, none of which the filter lets through.
     *
     * @param audited whether the set was ever audited
     * @param unjudged tuples that the critic has not seen whole
     */
    record NoMatch(PairFilter filter, boolean audited, long unjudged) implements PairsState {}

    record Showing() implements PairsState {}

    record Failed(String reason) implements PairsState {}
}
