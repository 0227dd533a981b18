package eliq.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * New prompts to be written by a language model.
 *
 * @param count in all, spread evenly over categories and, within each, over its sub-concepts
 * @param categories to write for, at least one
 * @param leastWords of a prompt
 * @param mostWords of a prompt
 * @param batch prompts asked for at once
 * @param alike share of common words from which a prompt counts as a duplicate, above 0 to 1
 * @param seed chooses example words, and is sent to the server
 * @param chat the language model
 * @param budget what may be spent
 * @param taxonomy the user's own, as text; the shipped one where absent
 */
public record GeneratePrompts(
        int count,
        List<Category> categories,
        int leastWords,
        int mostWords,
        int batch,
        double alike,
        long seed,
        ChatSettings chat,
        Budget budget,
        Optional<String> taxonomy) {

    public GeneratePrompts {
        categories = List.copyOf(categories);
        if (count < 1 || categories.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to write: no prompts or no categories");
        }
        if (leastWords < 1 || mostWords < leastWords) {
            throw new IllegalArgumentException(
                    "a prompt cannot have " + leastWords + " to " + mostWords + " words");
        }
        if (batch < 1 || batch > 50) {
            throw new IllegalArgumentException("prompts at once is " + batch + ", not 1 to 50");
        }
        if (!(alike > 0 && alike <= 1)) {
            throw new IllegalArgumentException("alike is " + alike + ", not above 0 to 1");
        }
    }

    /** With the shipped bank's limits. */
    public static GeneratePrompts of(int count, ChatSettings chat) {
        return new GeneratePrompts(
                count,
                List.of(Category.values()),
                8,
                30,
                10,
                NearDuplicates.ALIKE,
                1,
                chat,
                Budget.unlimited(),
                Optional.empty());
    }

    /** A sub-concept and how many prompts it is to have. */
    public record Target(Taxonomy.Concept concept, int count) {}

    /** The count spread over the sub-concepts; those that get none are left out. */
    public List<Target> targets() throws PromptsException {
        Taxonomy whole = taxonomyOf();
        List<Target> targets = new ArrayList<>();
        for (int c = 0; c < categories.size(); c++) {
            List<Taxonomy.Concept> concepts = whole.of(categories.get(c));
            int share = share(count, categories.size(), c);
            for (int k = 0; k < concepts.size(); k++) {
                int own = share(share, concepts.size(), k);
                if (own > 0) {
                    targets.add(new Target(concepts.get(k), own));
                }
            }
        }
        return targets;
    }

    Taxonomy taxonomyOf() throws PromptsException {
        return taxonomy.isPresent()
                ? Taxonomy.parse(taxonomy.get(), "the job's taxonomy")
                : Taxonomy.shipped();
    }

    private static int share(int whole, int parts, int part) {
        return whole / parts + (part < whole % parts ? 1 : 0);
    }
}
