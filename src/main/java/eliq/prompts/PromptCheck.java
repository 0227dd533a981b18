package eliq.prompts;

import eliq.prompts.WordForms.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks over what a language model wrote: takes away its wrapping, and says what is wrong with it. */
final class PromptCheck {
    private static final Pattern NUMBER = Pattern.compile("^\\s*(?:\\d{1,3}[.):]|[-*•])\\s+");
    private static final Pattern HEADING =
            Pattern.compile("^\\s*(?:image )?prompt(?: \\d+)?\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ENGLISH =
            Set.of(
                    "a", "an", "the", "of", "in", "on", "with", "and", "at", "by", "to", "from",
                    "under", "over", "beside", "near", "is", "are", "into", "through", "for",
                    "while", "two", "three");
    private static final Set<String> OTHER_LANGUAGES =
            Set.of(
                    "der", "die", "das", "und", "ein", "eine", "einem", "einer", "mit", "auf", "im",
                    "le", "la", "les", "un", "une", "des", "du", "avec", "dans", "sur", "et", "el",
                    "los", "las", "una", "con", "en", "y", "del", "il", "di", "nel", "uma", "com",
                    "na", "o", "os", "de", "het", "een", "van", "op");
    private static final Set<String> STYLE =
            Set.of(
                    "8k",
                    "4k",
                    "hd",
                    "uhd",
                    "masterpiece",
                    "artstation",
                    "photorealistic",
                    "hyperrealistic",
                    "octane",
                    "bokeh",
                    "cinematic",
                    "ultra-detailed",
                    "render",
                    "rendered",
                    "dslr",
                    "85mm",
                    "50mm",
                    "35mm",
                    "hdr",
                    "trending");
    private static final Set<String> UNREAL =
            Set.of(
                    "dragon",
                    "unicorn",
                    "wizard",
                    "fairy",
                    "mermaid",
                    "alien",
                    "zombie",
                    "vampire",
                    "ghost",
                    "demon",
                    "goblin",
                    "elf",
                    "phoenix",
                    "griffin",
                    "ufo",
                    "spaceship",
                    "portal",
                    "magical",
                    "levitating",
                    "enchanted",
                    "cyborg",
                    "centaur",
                    "werewolf");

    private final int leastWords;
    private final int mostWords;
    private final CategoryRules rules;
    private final NearDuplicates seen;

    PromptCheck(int leastWords, int mostWords, CategoryRules rules, NearDuplicates seen) {
        this.leastWords = leastWords;
        this.mostWords = mostWords;
        this.rules = rules;
        this.seen = seen;
    }

    /** Without number, heading, quotes and line breaks. */
    static String cleaned(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        line = NUMBER.matcher(line).replaceFirst("");
        line = HEADING.matcher(line).replaceFirst("");
        line = line.replace("**", "");
        if (line.length() > 1 && line.matches("^[\"“'].*[\"”']$")) {
            line = line.substring(1, line.length() - 1);
        }
        return line.strip();
    }

    /** What is wrong with a prompt for this category; empty where nothing is. */
    Optional<Rejection> of(String prompt, Category category) {
        if (!latin(prompt)) {
            return Optional.of(Rejection.OTHER_LANGUAGE);
        }
        int words = prompt.isBlank() ? 0 : prompt.split("\\s+").length;
        if (words < leastWords) {
            return Optional.of(Rejection.TOO_SHORT);
        }
        if (words > mostWords) {
            return Optional.of(Rejection.TOO_LONG);
        }
        List<String> tokens = WordForms.tokens(prompt).stream().map(Token::word).toList();
        if (!english(tokens)) {
            return Optional.of(Rejection.OTHER_LANGUAGE);
        }
        if (tokens.stream().anyMatch(STYLE::contains)) {
            return Optional.of(Rejection.STYLE_WORDS);
        }
        if (tokens.stream()
                .flatMap(t -> WordForms.singulars(t).stream())
                .anyMatch(UNREAL::contains)) {
            return Optional.of(Rejection.NOT_REALISTIC);
        }
        CategoryLabels labels = rules.label(prompt);
        if (labels.certain() && !labels.categories().contains(category)) {
            return Optional.of(Rejection.OTHER_CATEGORY);
        }
        return seen.of(prompt).map(other -> Rejection.DUPLICATE);
    }

    private static boolean latin(String prompt) {
        long letters = prompt.codePoints().filter(Character::isLetter).count();
        long latin =
                prompt.codePoints()
                        .filter(Character::isLetter)
                        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                        .count();
        return latin >= 0.95 * letters;
    }

    /** By the small words: some English ones, and not more of another language. */
    private static boolean english(List<String> tokens) {
        long english = tokens.stream().filter(ENGLISH::contains).count();
        long other = tokens.stream().filter(OTHER_LANGUAGES::contains).count();
        boolean silent = english == 0 && tokens.size() >= 6;
        return !silent && other <= english;
    }

    /** The categories of a prompt that was taken: the one asked for, then those that its words tell. */
    List<Category> categories(String prompt, Category asked) {
        Set<Category> all = new LinkedHashSet<>();
        all.add(asked);
        all.addAll(rules.label(prompt).categories());
        return new ArrayList<>(all);
    }
}
