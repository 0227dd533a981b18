package eliq.pairs;

import eliq.catalog.PromptStore;
import eliq.generate.Capabilities;
import eliq.generate.Generators;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.pairs.BuildPairs.OwnImage;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.BuildPairs.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A set's tuples in the order in which they are built, before any picture is there.
 *
 * @param planner decides on their negatives
 * @param artists names of all that draw, in the order of their turns: one model after the other, since a server takes
 *     long to change models
 */
record SetPlan(List<PlannedTuple> tuples, TuplePlanner planner, List<String> artists) {

    /** @throws PairsException if a generator or editor is not there, or does not make pictures of the size asked for */
    static SetPlan of(
            BuildPairs parameters,
            Generators generators,
            PromptVariants variants,
            PromptDistance distance)
            throws PairsException {
        Map<String, PromptText> prompts = prompts(parameters.source());
        PairSettings settings = parameters.settings();
        PromptDistance measure = CategoryDistance.of(distance, prompts.values());
        TuplePlanner planner =
                new TuplePlanner(
                        settings,
                        new PromptShuffle(
                                prompts.values().stream().map(PromptText::text).toList(),
                                measure,
                                settings.leastPromptDistance(),
                                settings.split()),
                        variants,
                        measure);
        List<PlannedTuple> tuples =
                switch (parameters.source()) {
                    case Source.Prompts source ->
                            drawn(parameters, source, prompts.values(), planner, generators);
                    case Source.OwnImages source -> own(parameters, source, generators);
                };
        return new SetPlan(tuples, planner, artists(tuples));
    }

    private static Map<String, PromptText> prompts(Source source) {
        Map<String, PromptText> distinct = new LinkedHashMap<>();
        switch (source) {
            case Source.Prompts prompts ->
                    prompts.prompts()
                            .forEach(p -> distinct.putIfAbsent(PromptStore.normalise(p.text()), p));
            case Source.OwnImages images ->
                    images.images()
                            .forEach(
                                    image ->
                                            distinct.putIfAbsent(
                                                    PromptStore.normalise(image.prompt()),
                                                    PromptText.of(image.prompt())));
        }
        return distinct;
    }

    private static List<PlannedTuple> drawn(
            BuildPairs parameters,
            Source.Prompts source,
            Iterable<PromptText> prompts,
            TuplePlanner planner,
            Generators generators)
            throws PairsException {
        List<TupleArtists> each = new ArrayList<>();
        for (String name : source.generators()) {
            TupleArtists artists =
                    TupleArtists.of(Optional.of(name), parameters.artists(), generators);
            requireSize(artists.own().orElseThrow(), parameters.settings());
            each.add(artists);
        }
        int repeats = parameters.settings().positivesPerPrompt();
        List<PlannedTuple> tuples = new ArrayList<>();
        for (PromptText prompt : prompts) {
            for (int turn = 0; turn < each.size(); turn++) {
                for (int repeat = 0; repeat < repeats; repeat++) {
                    int number = turn * repeats + repeat;
                    tuples.add(
                            new PlannedTuple(
                                    prompt.text(),
                                    new PlannedTuple.Positive.Drawn(
                                            number, planner.positive(prompt.text(), number)),
                                    each.get(turn)));
                }
            }
        }
        return tuples;
    }

    private static void requireSize(ImageGenerator generator, PairSettings settings)
            throws PairsException {
        Capabilities can = generator.capabilities();
        int step = can.sideStep();
        if (settings.width() % step != 0 || settings.height() % step != 0) {
            throw new PairsException(
                    "%s draws pictures whose sides are multiples of %d pixels, not %d x %d; %d x %d suits it best."
                            .formatted(
                                    generator.name(),
                                    step,
                                    settings.width(),
                                    settings.height(),
                                    can.preferredWidth(),
                                    can.preferredHeight()));
        }
    }

    private static List<PlannedTuple> own(
            BuildPairs parameters, Source.OwnImages source, Generators generators)
            throws PairsException {
        TupleArtists artists =
                TupleArtists.of(source.generator(), parameters.artists(), generators);
        List<PlannedTuple> tuples = new ArrayList<>();
        for (OwnImage image : source.images()) {
            tuples.add(
                    new PlannedTuple(
                            image.prompt(), new PlannedTuple.Positive.Own(image), artists));
        }
        return tuples;
    }

    private static List<String> artists(List<PlannedTuple> tuples) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> weak = new LinkedHashSet<>();
        Set<String> editors = new LinkedHashSet<>();
        for (PlannedTuple tuple : tuples) {
            tuple.artists().own().map(ImageGenerator::name).ifPresent(names::add);
            tuple.artists().weak().forEach(generator -> weak.add(generator.name()));
            tuple.artists().editor().map(ImageEditor::name).ifPresent(editors::add);
        }
        names.addAll(weak);
        names.addAll(editors);
        return List.copyOf(names);
    }
}
