package eliq.prompts;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.PromptLabel;
import eliq.catalog.PromptStore;
import eliq.catalog.PromptStore.NewPrompt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes prompts with their categories into the catalogue. */
public final class PromptIntake {
    private PromptIntake() {}

    /**
     * All or none; those that are there already keep their text and get these categories.
     *
     * @param source where they come from, as the catalogue keeps it
     * @return how many are new
     */
    public static int add(Catalog catalog, List<Prompt> prompts, String source)
            throws CatalogException {
        PromptStore store = catalog.prompts();
        return catalog.transaction(
                () -> {
                    Map<Long, PromptLabel> labels = new LinkedHashMap<>();
                    int added = 0;
                    for (Prompt prompt : prompts) {
                        added += store.find(prompt.text()).isPresent() ? 0 : 1;
                        Set<String> titles =
                                prompt.categories().stream()
                                        .map(Category::title)
                                        .collect(Collectors.toSet());
                        long id = store.add(NewPrompt.of(prompt.text(), source)).id();
                        if (!titles.isEmpty()) {
                            labels.put(id, new PromptLabel(titles, 1, CategoryLabels.GIVEN));
                        }
                    }
                    store.labelAll(labels);
                    return added;
                });
    }
}
