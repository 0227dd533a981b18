package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.PromptRewrite;
import eliq.catalog.PromptStore;
import eliq.prompts.RewriteKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Versions of prompts that were written ahead of time, by a language model or by rules; prompts without any are rewritten
 * by another way. Nothing is asked of a model while pairs are built, so that a set can be built again.
 */
public final class WrittenVariants implements PromptVariants {
    private static final Set<String> CHANGES =
            RewriteKind.changes().stream().map(RewriteKind::key).collect(Collectors.toSet());

    /** How far two strengths may be apart and be taken for the same. */
    private static final double SAME_STRENGTH = 0.2;

    private final Catalog catalog;
    private final Map<String, List<PromptRewrite>> written;
    private final PromptVariants otherwise;

    private WrittenVariants(
            Catalog catalog, Map<String, List<PromptRewrite>> written, PromptVariants otherwise) {
        this.catalog = catalog;
        this.written = written;
        this.otherwise = otherwise;
    }

    /**
     * Those in the catalogue, once {@link #now} has read them.
     *
     * @param otherwise for prompts without any
     */
    public static WrittenVariants of(Catalog catalog, PromptVariants otherwise) {
        return new WrittenVariants(catalog, Map.of(), otherwise);
    }

    @Override
    public PromptVariants now() throws CatalogException {
        return new WrittenVariants(catalog, catalog.prompts().rewrites(), otherwise.now());
    }

    @Override
    public String degraded(String prompt, double strength, long seed) {
        return worse(prompt, RewriteKind.DEGRADED, strength, seed)
                .orElseGet(() -> otherwise.degraded(prompt, strength, seed));
    }

    @Override
    public String spoiled(String prompt, double strength, long seed) {
        return worse(prompt, RewriteKind.SPOILED, strength, seed)
                .orElseGet(() -> otherwise.spoiled(prompt, strength, seed));
    }

    /** One of about this strength, chosen by the seed; none where all are of quite another. */
    private Optional<String> worse(String prompt, RewriteKind kind, double strength, long seed) {
        return chosen(
                of(prompt).stream()
                        .filter(r -> r.kind().equals(kind.key()))
                        .filter(r -> Math.abs(r.strength() - strength) <= SAME_STRENGTH)
                        .toList(),
                seed);
    }

    @Override
    public Optional<String> changed(String prompt, long seed) {
        return chosen(of(prompt).stream().filter(r -> CHANGES.contains(r.kind())).toList(), seed)
                .or(() -> otherwise.changed(prompt, seed));
    }

    private List<PromptRewrite> of(String prompt) {
        return written.getOrDefault(PromptStore.normalise(prompt), List.of());
    }

    private static Optional<String> chosen(List<PromptRewrite> versions, long seed) {
        return versions.stream()
                .min(Comparator.comparingLong(r -> Seeds.of(seed, r.kind(), r.text())))
                .map(PromptRewrite::text);
    }
}
