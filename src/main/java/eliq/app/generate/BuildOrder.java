package eliq.app.generate;

import eliq.catalog.Prompt;
import eliq.generate.Capabilities;
import eliq.generate.GenerateException;
import eliq.pairs.BuildPairs;
import eliq.pairs.NegativeKind;
import eliq.pairs.PairSettings;
import eliq.pairs.PairsException;
import eliq.pairs.PromptSplit;
import eliq.prompts.Category;
import eliq.prompts.PromptBank;
import eliq.workbench.Workbench;
import java.util.List;
import java.util.Map;

/**
 * A set as it was chosen at one moment.
 *
 * @param name of the set
 * @param count prompts at most
 * @param generators who draws positives
 * @param negatives of each kind for each positive
 * @param bank the workspace's prompts, where those are chosen
 */
record BuildOrder(
        String name,
        PromptChoice prompts,
        int count,
        List<String> generators,
        Map<NegativeKind, Integer> negatives,
        List<Prompt> bank) {
    private static final long SEED = 1;
    private static final double HELD_OUT = 0.1;

    /**
     * The job's parameters.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    BuildPairs parameters(Workbench workbench) throws GenerateException, PairsException {
        List<BuildPairs.PromptText> texts = texts(workbench);
        if (texts.isEmpty()) {
            throw new PairsException(
                    "There is no prompt to draw; add some to the bank, or choose others.");
        }
        if (generators.isEmpty()) {
            throw new PairsException("Nobody is to draw; tick a generator under ‘Drawn by’.");
        }
        PairSettings settings = PairSettings.of(SEED).with(new PromptSplit(SEED, HELD_OUT));
        for (Map.Entry<NegativeKind, Integer> each : negatives.entrySet()) {
            settings = settings.with(each.getKey(), each.getValue());
        }
        if (!generators.equals(List.of("painter"))) {
            Capabilities first =
                    workbench.generators().generator(generators.getFirst()).capabilities();
            settings = settings.sized(first.preferredWidth(), first.preferredHeight());
        }
        return BuildPairs.of(name, new BuildPairs.Source.Prompts(texts, generators), settings);
    }

    private List<BuildPairs.PromptText> texts(Workbench workbench) {
        return switch (prompts) {
            case MADE_UP -> workbench.paintedPrompts(count, SEED);
            case SHIPPED ->
                    PromptBank.shipped().prompts().stream()
                            .limit(count)
                            .map(p -> new BuildPairs.PromptText(p.text(), p.categories()))
                            .toList();
            case BANK -> bank.stream().limit(count).map(BuildOrder::text).toList();
        };
    }

    private static BuildPairs.PromptText text(Prompt prompt) {
        return new BuildPairs.PromptText(
                prompt.text(),
                prompt.categories().stream()
                        .flatMap(title -> Category.named(title).stream())
                        .sorted()
                        .toList());
    }
}
