package eliq.prompts;

import java.util.List;

/**
 * One meaning in the {@link Lexicon} with every word for it.
 *
 * @param kind what sort of word it is
 * @param id stable name, recorded in recipes
 * @param forms its words, the usual ones first
 * @param categories where it belongs, the main one first; empty where it belongs anywhere
 * @param supports what it stands on (a subject) or offers (a place): floor, ground, table, water
 * @param colours natural colours of a subject, the commonest first
 */
public record Term(
        Kind kind,
        String id,
        List<Form> forms,
        List<Category> categories,
        List<String> supports,
        List<String> colours) {

    /** The sorts of words that a prompt is read for. */
    public enum Kind {
        SUBJECT,
        PLACE,
        TIME,
        WEATHER,
        COLOUR,
        MATERIAL,
        SIZE,
        COUNT,
        ACTION,
        GARMENT
    }

    /**
     * @param singular lower case
     * @param plural lower case; the singular again for words without one
     */
    public record Form(String singular, String plural) {}

    public Term {
        forms = List.copyOf(forms);
        categories = List.copyOf(categories);
        supports = List.copyOf(supports);
        colours = List.copyOf(colours);
    }

    /** The usual word for one. */
    public String singular() {
        return forms.getFirst().singular();
    }

    /** The usual word for several. */
    public String plural() {
        return forms.getFirst().plural();
    }

    /** Whether it belongs to the category at all. */
    public boolean suits(Category category) {
        return categories.contains(category);
    }

    /** Whether subject and place share something to stand on. */
    public boolean standsIn(Term place) {
        return supports.stream().anyMatch(place.supports()::contains);
    }
}
