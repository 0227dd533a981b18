package eliq.prompts;

import java.util.List;
import java.util.Optional;

/**
 * Prompts to be given categories.
 *
 * @param prompts their texts; none: those of the catalogue that have no categories or uncertain ones
 * @param again whether prompts of the catalogue that have certain categories are labelled again too
 * @param chat asked about those that the rules are not sure of; absent: they stay uncertain
 * @param batch prompts in one question
 * @param budget what may be spent
 * @param taxonomy the user's own, as text; the shipped one where absent
 */
public record LabelPrompts(
        List<String> prompts,
        boolean again,
        Optional<ChatSettings> chat,
        int batch,
        Budget budget,
        Optional<String> taxonomy) {
    public LabelPrompts {
        prompts = List.copyOf(prompts);
        if (batch < 1 || batch > 50) {
            throw new IllegalArgumentException(
                    "prompts in one question is " + batch + ", not 1 to 50");
        }
    }

    /** By rules alone. */
    public static LabelPrompts byRules(List<String> prompts) {
        return new LabelPrompts(
                prompts, false, Optional.empty(), 20, Budget.unlimited(), Optional.empty());
    }

    /** These, with a language model for the uncertain ones. */
    public LabelPrompts asking(ChatSettings model, Budget limit) {
        return new LabelPrompts(prompts, again, Optional.of(model), batch, limit, taxonomy);
    }

    Taxonomy taxonomyOf() throws PromptsException {
        return taxonomy.isPresent()
                ? Taxonomy.parse(taxonomy.get(), "the job's taxonomy")
                : Taxonomy.shipped();
    }
}
