package eliq.pairs;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
        /** An edit that should keep the content shows another. */
        OTHER_CONTENT,
        /** The picture is of one colour. */
        EMPTY,
        /** Positives show the same: of different prompts, or by different generators. */
        NEAR_DUPLICATE,
        /** Negatives of different strengths are one picture. */
        SAME_AT_EVERY_STRENGTH,
        /** The wrong prompt is the right one. */
        SAME_PROMPT,
        /** The wrong prompt of a shuffle says nearly what the right one says. */
        CLOSE_PROMPT;

        /** Lower-case name with hyphens, as it stands in files, columns and options. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A suspicion: somebody should look.
     *
     * @param tuple id
     * @param negative id, 0 where the positive is meant
     * @param text a sentence
     */
    public record Finding(long tuple, long negative, Problem problem, String text) {}

    /**
     * Negatives of one cell of the method's table.
     *
     * @param generator of the positives
     * @param family key
     * @param aspect key
     * @param kind key
     * @param artist what made them: a generator, an editor, or operations of this program
     * @param negatives all, the rejected included
     * @param accepted of these, by a person
     * @param rejected likewise
     * @param suspicious with a finding
     */
    public record Cell(
            String generator,
            String family,
            String aspect,
            String kind,
            String artist,
            long negatives,
            long accepted,
            long rejected,
            long suspicious) {}

    /**
     * @param era of the set
     * @param tuples all, those with a rejected positive included
     * @param negatives all, the rejected included
     * @param byCategory tuples; those with several categories count in each
     * @param byGenerator tuples, by what drew the positive
     * @param byAspect negatives
     * @param byFamily negatives
     * @param byOperation negatives
     * @param byVerdict negatives
     * @param cells negatives by everything at once
     * @param withoutCell tuples that have no negative of a family and aspect that others of the set have
     * @param findings none where all is well
     */
    public record Report(
            String era,
            long tuples,
            long negatives,
            Map<String, Long> byCategory,
            Map<String, Long> byGenerator,
            Map<String, Long> byAspect,
            Map<String, Long> byFamily,
            Map<String, Long> byOperation,
            Map<String, Long> byVerdict,
            List<Cell> cells,
            Map<String, Long> withoutCell,
            List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
            cells = List.copyOf(cells);
            byCategory = sorted(byCategory);
            byGenerator = sorted(byGenerator);
            byAspect = sorted(byAspect);
            byFamily = sorted(byFamily);
            byOperation = sorted(byOperation);
            byVerdict = sorted(byVerdict);
            withoutCell = sorted(withoutCell);
        }

        private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
            return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }

        /** Findings by problem. */
        public Map<String, Long> byProblem() {
            SortedMap<String, Long> counts = new TreeMap<>();
            findings.forEach(finding -> counts.merge(finding.problem().key(), 1L, Long::sum));
            return counts;
        }
    }
}
