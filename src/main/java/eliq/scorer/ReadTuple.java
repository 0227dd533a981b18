package eliq.scorer;

import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.critic.AspectReadings;
import java.util.List;

/**
 * A tuple with what the critic says of each of its members.
 *
 * @param positive (I+, p)
 * @param negatives those in use, each under the prompt that it is judged by
 */
public record ReadTuple(Tuple tuple, AspectReadings positive, List<ReadNegative> negatives) {

    public ReadTuple {
        negatives = List.copyOf(negatives);
    }

    /**
     * @param readings of the negative's image under the tuple's prompt, or of the positive under the wrong one
     */
    public record ReadNegative(Negative negative, AspectReadings readings) {}

    /** As a training wants it. */
    public EmbeddedTuple embedded() {
        return new EmbeddedTuple(
                tuple.prompt().text(),
                embeddings(positive),
                negatives.stream()
                        .map(
                                each ->
                                        new EmbeddedTuple.Negative(
                                                each.negative().recipe().aspect(),
                                                each.negative().recipe().family(),
                                                each.negative().recipe().operation(),
                                                each.negative().recipe().strength(),
                                                embeddings(each.readings())))
                        .toList());
    }

    /** What a scoring network takes of these readings. */
    public static AspectEmbeddings embeddings(AspectReadings readings) {
        return AspectEmbeddings.of(readings);
    }
}
