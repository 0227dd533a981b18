package eliq.prompts;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.PromptLabel;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.job.Job;
import eliq.job.JobContext;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Has a language model write prompts, and keeps those that pass in the catalogue. Each answer is kept before the next
 * question is asked, so that nothing is paid for twice.
 */
public final class GeneratePromptsJob implements Job<GeneratePrompts, GeneratedPrompts> {
    private final Catalog catalog;
    private final Map<String, String> environment;

    /**
     * @param environment variables, for the server's key
     */
    public GeneratePromptsJob(Catalog catalog, Map<String, String> environment) {
        this.catalog = catalog;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String kind() {
        return "generate-prompts";
    }

    @Override
    public Class<GeneratePrompts> parametersType() {
        return GeneratePrompts.class;
    }

    @Override
    public Class<GeneratedPrompts> resultType() {
        return GeneratedPrompts.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public GeneratedPrompts run(GeneratePrompts wanted, JobContext context) throws Exception {
        Generation generation = new Generation(wanted, catalog, environment, context);
        return generation.run();
    }

    /** Stores prompts with their categories; those that are there already keep what they have and get these too. */
    static void keep(Catalog catalog, GeneratedPrompts.Asked asked, String model)
            throws CatalogException {
        catalog.transaction(
                () -> {
                    for (Prompt prompt : asked.accepted()) {
                        Set<String> titles = new HashSet<>();
                        prompt.categories().forEach(category -> titles.add(category.title()));
                        long id =
                                catalog.prompts()
                                        .add(new NewPrompt(prompt.text(), model, titles))
                                        .id();
                        catalog.prompts()
                                .label(id, new PromptLabel(titles, 1, CategoryLabels.GIVEN));
                    }
                    return null;
                });
    }
}
