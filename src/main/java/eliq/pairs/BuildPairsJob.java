package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Prompt;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.generate.GenerationWatch;
import eliq.generate.Generators;
import eliq.image.ContentHash;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.BuildPairs.Source;
import eliq.pairs.PlannedTuple.Positive;
import eliq.pairs.TupleWork.Outcome;
import eliq.pairs.TupleWork.TupleKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Builds a set of tuples. What is done is found in the catalogue itself: started again with the same parameters, it
 * makes what is missing and nothing twice, and a picture that a generator has drawn is not asked for again.
 */
public final class BuildPairsJob implements Job<BuildPairs, BuildPairs.Result> {
    private static final String SOURCE = "pairs build";
    private static final int MOST_SKIPPED_LISTED = 1000;

    private final Catalog catalog;
    private final Pictures pictures;
    private final Generators generators;
    private final PromptVariants variants;
    private final DistanceSource distances;

    /** With distances between prompts by their words. */
    public BuildPairsJob(
            Catalog catalog,
            Pictures pictures,
            Generators generators,
            PromptVariants variants,
            PromptDistance distance) {
        this(catalog, pictures, generators, variants, DistanceSource.of(distance));
    }

    /** @param generators those that parameters may name, and editors */
    public BuildPairsJob(
            Catalog catalog,
            Pictures pictures,
            Generators generators,
            PromptVariants variants,
            DistanceSource distances) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.generators = generators;
        this.variants = variants;
        this.distances = distances;
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

    /** What a build would draw, as things stand; nothing is changed by asking. */
    public BuildPlan plan(BuildPairs parameters) throws CatalogException, PairsException {
        return BuildPlan.of(parameters, setPlan(parameters), catalog);
    }

    /**
     * Draws one picture of the set with each of these artists, so that their rates are known; an editor needs a positive
     * that is there.
     *
     * @param said told what was done
     */
    public void measure(BuildPairs parameters, List<String> artists, Consumer<String> said)
            throws CatalogException, PairsException {
        SetPlan plan = setPlan(parameters);
        DrawingShelf shelf = new DrawingShelf(catalog, pictures, GenerationWatch.NONE);
        DrawingTurns turns = new DrawingTurns(catalog, pictures, shelf, plan);
        for (String artist : plan.artists()) {
            if (artists.contains(artist)) {
                said.accept(
                        turns.first(artist, text -> promptIds(parameters.source(), text))
                                .orElse(artist + ": drew a picture."));
            }
        }
    }

    @Override
    public BuildPairs.Result run(BuildPairs parameters, JobContext context) throws Exception {
        SetPlan plan = setPlan(parameters);
        TupleSet set = set(parameters);
        List<Long> ids = promptIds(parameters.source(), plan.tuples());
        Set<TupleKey> done = done(set.id());
        DrawingShelf shelf = new DrawingShelf(catalog, pictures, watch(context));
        if (plan.artists().size() > 1) {
            draw(plan, ids, done, shelf, context);
        }
        List<String> skipped = make(plan, ids, done, shelf, set.id(), context);
        return result(set.id(), skipped);
    }

    private SetPlan setPlan(BuildPairs parameters) throws PairsException, CatalogException {
        List<String> prompts =
                switch (parameters.source()) {
                    case Source.Prompts source ->
                            source.prompts().stream().map(PromptText::text).toList();
                    case Source.OwnImages source ->
                            source.images().stream().map(BuildPairs.OwnImage::prompt).toList();
                };
        List<String> distinct = prompts.stream().distinct().toList();
        return SetPlan.of(
                parameters,
                generators,
                variants.now(),
                distances.open(parameters.distanceModel(), distinct));
    }

    private static GenerationWatch watch(JobContext context) {
        return new GenerationWatch() {
            @Override
            public boolean cancelled() {
                return context.cancelled();
            }

            @Override
            public void note(String sentence) {
                context.message(sentence);
            }
        };
    }

    private List<Long> promptIds(Source source, List<PlannedTuple> tuples) throws CatalogException {
        Map<String, Set<String>> titles = new HashMap<>();
        if (source instanceof Source.Prompts prompts) {
            for (PromptText prompt : prompts.prompts()) {
                titles.putIfAbsent(prompt.text(), prompt.titles());
            }
        }
        return catalog
                .prompts()
                .addAll(
                        tuples.stream()
                                .map(PlannedTuple::prompt)
                                .map(
                                        text ->
                                                new NewPrompt(
                                                        text,
                                                        SOURCE,
                                                        titles.getOrDefault(text, Set.of())))
                                .toList())
                .stream()
                .map(Prompt::id)
                .toList();
    }

    private Set<TupleKey> done(long setId) throws CatalogException {
        return catalog.tuples().all(setId).stream()
                .map(tuple -> new TupleKey(tuple.prompt().id(), tuple.positive()))
                .collect(Collectors.toSet());
    }

    private void draw(
            SetPlan plan,
            List<Long> ids,
            Set<TupleKey> done,
            DrawingShelf shelf,
            JobContext context)
            throws Exception {
        List<PlannedTuple> open = new ArrayList<>();
        List<Long> openIds = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            PlannedTuple tuple = plan.tuples().get(i);
            Optional<ContentHash> positive =
                    tuple.positive() instanceof Positive.Drawn drawn
                            ? shelf.find(
                                    DrawingShelf.identity(
                                            tuple.artists().own().orElseThrow().name(),
                                            drawn.request()))
                            : Optional.empty();
            if (positive.isEmpty() || !done.contains(new TupleKey(ids.get(i), positive.get()))) {
                open.add(tuple);
                openIds.add(ids.get(i));
            }
        }
        new DrawingTurns(catalog, pictures, shelf, plan).take(open, openIds, context);
    }

    private List<String> make(
            SetPlan plan,
            List<Long> ids,
            Set<TupleKey> done,
            DrawingShelf shelf,
            long setId,
            JobContext context)
            throws Exception {
        TupleWork tuples = new TupleWork(catalog, pictures, plan.planner(), shelf, done);
        List<Callable<Outcome>> work = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            PlannedTuple tuple = plan.tuples().get(i);
            long id = ids.get(i);
            work.add(() -> tuples.make(tuple, id));
        }
        List<String> skipped = new ArrayList<>();
        BuildFailures failures = new BuildFailures();
        Ordered.run(
                work,
                (outcome, finished) -> {
                    context.progress("Building pairs", finished, work.size());
                    switch (outcome) {
                        case Outcome.Made made -> {
                            catalog.tuples().addAll(setId, List.of(made.tuple()));
                            skipped.addAll(made.missing());
                            failures.succeeded();
                        }
                        case Outcome.Present present -> {}
                        case Outcome.Skipped why -> {
                            skipped.add(why.why());
                            context.message(why.why());
                            if (plan.artists().size() == 1) {
                                failures.failed(why.why());
                            }
                        }
                    }
                    context.checkCancelled();
                });
        return skipped;
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
            return catalog.tuples()
                    .createSet(parameters.set(), json, parameters.era(), refreshed(parameters));
        }
        if (!same(known.get().parameters(), parameters)) {
            throw new PairsException(
                    "The set \"%s\" was built from other prompts, images or settings; choose another name or delete it first."
                            .formatted(parameters.set()));
        }
        return known.get();
    }

    private OptionalLong refreshed(BuildPairs parameters) throws CatalogException {
        Optional<TupleSet> old =
                parameters.refreshes().isPresent()
                        ? catalog.tuples().findSet(parameters.refreshes().get())
                        : Optional.empty();
        return old.isPresent() ? OptionalLong.of(old.get().id()) : OptionalLong.empty();
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
