package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.catalog.Prompt;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.generate.ImageGenerator;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.pairs.BuildPairs.OwnImage;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.BuildPairs.Source;
import eliq.pairs.TupleWork.Outcome;
import eliq.pairs.TupleWork.TupleKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Builds a set of tuples. What is done is found in the catalogue itself: started again with the same parameters, it
 * makes what is missing and nothing twice, and a picture that a generator has drawn is not asked for again.
 */
public final class BuildPairsJob implements Job<BuildPairs, BuildPairs.Result> {
    private static final String SOURCE = "pairs build";
    private static final int MOST_SKIPPED_LISTED = 1000;

    private final Catalog catalog;
    private final Pictures pictures;
    private final List<ImageGenerator> generators;
    private final PromptVariants variants;
    private final PromptDistance distance;

    /** @param generators those that parameters may name */
    public BuildPairsJob(
            Catalog catalog,
            Pictures pictures,
            List<ImageGenerator> generators,
            PromptVariants variants,
            PromptDistance distance) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.generators = List.copyOf(generators);
        this.variants = variants;
        this.distance = distance;
    }

    @Override
    public String kind() {
        return "build-pairs";
    }

    @Override
    public Class<BuildPairs> parametersType() {
        return BuildPairs.class;
    }

    @Override
    public Class<BuildPairs.Result> resultType() {
        return BuildPairs.Result.class;
    }

    @Override
    public BuildPairs.Result run(BuildPairs parameters, JobContext context) throws Exception {
        TupleSet set = set(parameters);
        List<String> skipped = new ArrayList<>();
        List<Callable<Outcome>> work = work(parameters, set.id());
        Ordered.run(
                work,
                (outcome, done) -> {
                    switch (outcome) {
                        case Outcome.Made made -> {
                            catalog.tuples().addAll(set.id(), List.of(made.tuple()));
                            skipped.addAll(made.missing());
                        }
                        case Outcome.Present present -> {}
                        case Outcome.Skipped why -> {
                            skipped.add(why.why());
                            context.message(why.why());
                        }
                    }
                    context.progress("Building pairs", done, work.size());
                    context.checkCancelled();
                });
        return result(set.id(), skipped);
    }

    /** Compared as values: the order of names in JSON says nothing. */
    private static boolean same(String stored, BuildPairs parameters) {
        try {
            return JobJson.read(stored, BuildPairs.class, "a set's settings").equals(parameters);
        } catch (JobException e) {
            return false;
        }
    }

    private TupleSet set(BuildPairs parameters) throws CatalogException, PairsException {
        String json = JobJson.write(parameters);
        Optional<TupleSet> known = catalog.tuples().findSet(parameters.set());
        if (known.isEmpty()) {
            return catalog.tuples().createSet(parameters.set(), json);
        }
        if (!same(known.get().parameters(), parameters)) {
            throw new PairsException(
                    "The set \"%s\" was built from other prompts, images or settings; choose another name or delete it first."
                            .formatted(parameters.set()));
        }
        return known.get();
    }

    private List<Callable<Outcome>> work(BuildPairs parameters, long setId)
            throws CatalogException, PairsException {
        Set<TupleKey> done = new HashSet<>();
        Set<DrawnKey> drawn = new HashSet<>();
        for (Tuple tuple : catalog.tuples().all(setId)) {
            done.add(new TupleKey(tuple.prompt().id(), tuple.positive()));
            OptionalLong seed =
                    catalog.images()
                            .find(tuple.positive())
                            .map(ImageRecord::seed)
                            .orElse(OptionalLong.empty());
            seed.ifPresent(s -> drawn.add(new DrawnKey(tuple.prompt().id(), s)));
        }
        return switch (parameters.source()) {
            case Source.Prompts prompts -> drawnWork(parameters, prompts, done, drawn);
            case Source.OwnImages images -> ownWork(parameters, images, done);
        };
    }

    private record DrawnKey(long promptId, long seed) {}

    private List<Callable<Outcome>> drawnWork(
            BuildPairs parameters, Source.Prompts source, Set<TupleKey> done, Set<DrawnKey> drawn)
            throws CatalogException, PairsException {
        ImageGenerator generator = Recipes.named(source.generator(), generators);
        List<Prompt> stored =
                catalog.prompts()
                        .addAll(
                                source.prompts().stream()
                                        .map(p -> new NewPrompt(p.text(), SOURCE, p.titles()))
                                        .toList());
        List<String> texts = source.prompts().stream().map(PromptText::text).toList();
        TupleMaker maker = maker(parameters.settings(), texts);
        TupleWork tuples = new TupleWork(catalog, pictures, maker, done);
        List<Callable<Outcome>> work = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            long id = stored.get(i).id();
            if (!seen.add(id)) {
                continue;
            }
            for (int index = 0; index < parameters.settings().positivesPerPrompt(); index++) {
                int number = index;
                DrawnKey key = new DrawnKey(id, maker.positive(text, index).seed());
                work.add(
                        drawn.contains(key)
                                ? Outcome.Present::new
                                : () -> tuples.drawn(text, id, number, generator));
            }
        }
        return work;
    }

    private List<Callable<Outcome>> ownWork(
            BuildPairs parameters, Source.OwnImages source, Set<TupleKey> done)
            throws CatalogException, PairsException {
        Optional<ImageGenerator> generator =
                source.generator().isPresent()
                        ? Optional.of(Recipes.named(source.generator().get(), generators))
                        : Optional.empty();
        List<Prompt> stored =
                catalog.prompts()
                        .addAll(
                                source.images().stream()
                                        .map(image -> NewPrompt.of(image.prompt(), SOURCE))
                                        .toList());
        List<String> texts = source.images().stream().map(OwnImage::prompt).toList();
        TupleMaker maker = maker(parameters.settings(), texts);
        TupleWork tuples = new TupleWork(catalog, pictures, maker, done);
        List<Callable<Outcome>> work = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            OwnImage image = source.images().get(i);
            long id = stored.get(i).id();
            work.add(() -> tuples.own(image, id, generator));
        }
        return work;
    }

    private TupleMaker maker(PairSettings settings, List<String> prompts) {
        PromptShuffle shuffle =
                new PromptShuffle(
                        prompts, distance, settings.leastPromptDistance(), settings.split());
        return new TupleMaker(settings, shuffle, variants, distance);
    }

    private BuildPairs.Result result(long setId, List<String> skipped) throws CatalogException {
        List<Tuple> tuples = catalog.tuples().all(setId);
        long negatives = tuples.stream().mapToLong(t -> t.negatives().size()).sum();
        return new BuildPairs.Result(
                setId,
                tuples.size(),
                negatives,
                skipped.stream().distinct().limit(MOST_SKIPPED_LISTED).toList());
    }
}
