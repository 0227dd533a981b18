package eliq.benchmark.ablation;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.scorer.Fusion;
import eliq.scorer.Head;
import eliq.scorer.RankingLoss;
import java.util.List;

/**
 * One variant of the method.
 *
 * @param key for files and options, lower case with hyphens
 * @param title for tables
 * @param families of negatives that both stages learn from
 * @param aspects that both stages learn
 * @param tuned whether stage 1 takes place; else the scorer reads with the backbone as it is
 * @param fusion of the technical and the aesthetic embedding
 * @param head of the scoring network
 * @param ranking how many terms the loss has
 */
public record Cell(
        String key,
        String title,
        List<Family> families,
        List<Aspect> aspects,
        boolean tuned,
        Fusion fusion,
        Head head,
        RankingLoss ranking) {

    /** The method as published. */
    public static final Cell FULL =
            new Cell(
                    "full",
                    "ELIQ (full)",
                    List.of(Family.values()),
                    List.of(Aspect.values()),
                    true,
                    new Fusion.Gated(),
                    new Head.QueryTransformer(),
                    RankingLoss.MULTIPLE);

    public Cell {
        families = List.copyOf(families);
        aspects = List.copyOf(aspects);
        if (!key.matches("[a-z0-9][a-z0-9-]{0,39}") || families.isEmpty() || aspects.isEmpty()) {
            throw new IllegalArgumentException(
                    "a cell has a name of lower-case letters, digits and hyphens, a family and an aspect; not '"
                            + key
                            + "', "
                            + families
                            + ", "
                            + aspects);
        }
    }

    /** The full method learning from these families and aspects only. */
    static Cell learning(String key, String title, List<Family> families, List<Aspect> aspects) {
        return new Cell(key, title, families, aspects, true, FULL.fusion, FULL.head, FULL.ranking);
    }

    /** The full method without stage 1. */
    static Cell untuned(String key, String title) {
        return new Cell(
                key,
                title,
                FULL.families,
                FULL.aspects,
                false,
                FULL.fusion,
                FULL.head,
                FULL.ranking);
    }

    Cell with(String newKey, String newTitle, Fusion other) {
        return new Cell(newKey, newTitle, families, aspects, tuned, other, head, ranking);
    }

    Cell with(String newKey, String newTitle, Head other) {
        return new Cell(newKey, newTitle, families, aspects, tuned, fusion, other, ranking);
    }

    Cell with(String newKey, String newTitle, RankingLoss other) {
        return new Cell(newKey, newTitle, families, aspects, tuned, fusion, head, other);
    }

    /** Whether its visual score was learned. */
    public boolean judgesQuality() {
        return aspects.contains(Aspect.TECHNICAL) || aspects.contains(Aspect.AESTHETIC);
    }

    /** Whether its alignment score was learned. */
    public boolean judgesAlignment() {
        return aspects.contains(Aspect.ALIGNMENT);
    }

    /** What its critic learns from: cells of which this is the same share critic and readings. */
    Reader reader() {
        return new Reader(families, aspects, tuned);
    }

    /**
     * A critic, and what is read with it.
     *
     * @param tuned whether there is a stage 1
     */
    record Reader(List<Family> families, List<Aspect> aspects, boolean tuned) {

        /** For folders and names. */
        String key() {
            StringBuilder key = new StringBuilder(tuned ? "tuned" : "untuned");
            families.forEach(f -> key.append('-').append(f.key()));
            aspects.forEach(a -> key.append('-').append(a.key()));
            return key.toString();
        }
    }
}
