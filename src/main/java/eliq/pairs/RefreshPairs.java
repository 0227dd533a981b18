package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.pairs.BuildPairs.Artists;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.BuildPairs.Source;
import eliq.prompts.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same prompts with the generators of another era: a set beside the old one, with the same settings, split and
 * seeds, so that what differs is the era alone.
 */
public final class RefreshPairs {
    private final Catalog catalog;

    public RefreshPairs(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What is to be built.
     *
     * @param old name of the set whose prompts are drawn anew
     * @param generators of the positives
     * @param name of the new set; absent: the old one's and the era's
     * @param era absent: named after the generators
     * @param artists absent: those of the old set
     * @param size of the drawings in pixels, width and height; absent: that of the old set
     * @throws PairsException if there is no such set, or what it was built with cannot be read any more
     */
    public BuildPairs of(
            String old,
            List<String> generators,
            Optional<String> name,
            Optional<String> era,
            Optional<Artists> artists,
            Optional<int[]> size)
            throws PairsException, CatalogException {
        TupleSet set =
                catalog.tuples()
                        .findSet(old)
                        .orElseThrow(
                                () ->
                                        new PairsException(
                                                "There is no set of pairs named \""
                                                        + old
                                                        + "\"; 'eliq pairs list' shows them."));
        BuildPairs before = parameters(set);
        Source source = new Source.Prompts(prompts(before, set), generators);
        String label = era.orElse(source.era());
        PairSettings settings = before.settings();
        if (size.isPresent()) {
            settings = settings.sized(size.get()[0], size.get()[1]);
        }
        return new BuildPairs(
                name.orElse(old + "@" + label),
                label,
                Optional.of(old),
                source,
                artists.orElse(before.artists()),
                before.distanceModel(),
                settings);
    }

    private static BuildPairs parameters(TupleSet set) throws PairsException {
        try {
            return JobJson.read(set.parameters(), BuildPairs.class, "a set's settings");
        } catch (JobException e) {
            throw new PairsException(
                    "The set \"%s\" was built by another version of this program or by other means, so that its settings are not known; build a new one from its prompts."
                            .formatted(set.name()),
                    e);
        }
    }

    private List<PromptText> prompts(BuildPairs before, TupleSet set) throws CatalogException {
        if (before.source() instanceof Source.Prompts prompts) {
            return prompts.prompts();
        }
        Map<Long, PromptText> prompts = new LinkedHashMap<>();
        for (Tuple tuple : catalog.tuples().all(set.id())) {
            prompts.putIfAbsent(
                    tuple.prompt().id(),
                    new PromptText(tuple.prompt().text(), categories(tuple.prompt().categories())));
        }
        return new ArrayList<>(prompts.values());
    }

    private static List<Category> categories(Set<String> titles) {
        return Arrays.stream(Category.values()).filter(c -> titles.contains(c.title())).toList();
    }
}
