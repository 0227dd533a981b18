package eliq.pairs;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an {@link AuditPairsJob} is to look over.
 *
 * @param set name of the tuple set
 */
public record AuditPairs(String set) {

    /** What can be wrong. */
    public enum Problem {
        /** A file is gone, damaged or changed. */
        UNREADABLE,
        /** Negative and positive can hardly be told apart. */
        HARDLY_DIFFERENT,
        /** A distortion left nothing to recognise. */
        UNRECOGNISABLE,
        /** The picture is of one colour. */
        EMPTY,
        /** Positives of different prompts show the same. */
        NEAR_DUPLICATE,
        /** The wrong prompt is the right one. */
        SAME_PROMPT
    }

    /**
     * @param tuple id
     * @param negative id, 0 where the positive is meant
     * @param text a sentence
     */
    public record Finding(long tuple, long negative, Problem problem, String text) {}

    /**
     * @param negatives all, the rejected included
     * @param byCategory tuples; those with several categories count in each
     * @param byAspect negatives
     * @param byFamily negatives
     * @param byOperation negatives
     * @param byVerdict negatives
     * @param findings none where all is well
     */
    public record Report(
            long tuples,
            long negatives,
            Map<String, Long> byCategory,
            Map<String, Long> byAspect,
            Map<String, Long> byFamily,
            Map<String, Long> byOperation,
            Map<String, Long> byVerdict,
            List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
            byCategory = sorted(byCategory);
            byAspect = sorted(byAspect);
            byFamily = sorted(byFamily);
            byOperation = sorted(byOperation);
            byVerdict = sorted(byVerdict);
        }

        private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
            return java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(counts));
        }
    }
}
