package eliq.prompts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English word forms: what a plural or a verb form may come from, and how a plural is made. */
final class WordForms {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)*");
    private static final Map<String, String> IRREGULAR_PLURALS =
            Map.ofEntries(
                    Map.entry("man", "men"),
                    Map.entry("woman", "women"),
                    Map.entry("child", "children"),
                    Map.entry("person", "people"),
                    Map.entry("mouse", "mice"),
                    Map.entry("goose", "geese"),
                    Map.entry("tooth", "teeth"),
                    Map.entry("foot", "feet"),
                    Map.entry("ox", "oxen"),
                    Map.entry("leaf", "leaves"),
                    Map.entry("loaf", "loaves"),
                    Map.entry("knife", "knives"),
                    Map.entry("wife", "wives"),
                    Map.entry("wolf", "wolves"),
                    Map.entry("shelf", "shelves"),
                    Map.entry("bookshelf", "bookshelves"),
                    Map.entry("calf", "calves"),
                    Map.entry("elf", "elves"),
                    Map.entry("thief", "thieves"),
                    Map.entry("scarf", "scarves"),
                    Map.entry("cactus", "cacti"),
                    Map.entry("die", "dice"),
                    Map.entry("fungus", "fungi"));
    private static final Map<String, String> IRREGULAR_VERB_FORMS =
            Map.ofEntries(
                    Map.entry("sang", "sing"),
                    Map.entry("sung", "sing"),
                    Map.entry("swam", "swim"),
                    Map.entry("sold", "sell"),
                    Map.entry("ate", "eat"),
                    Map.entry("eaten", "eat"),
                    Map.entry("taught", "teach"),
                    Map.entry("ran", "run"),
                    Map.entry("sat", "sit"),
                    Map.entry("slept", "sleep"),
                    Map.entry("flew", "fly"));
    private static final Set<String> SAME_IN_PLURAL =
            Set.of("sheep", "deer", "fish", "moose", "bison", "salmon", "aircraft", "dice");

    private WordForms() {}

    /** A word of a text. */
    record Token(String word, int start, int end) {}

    /** The words of a text, in lower case and without accents; hyphens part words. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.replace('’', '\''));
        while (matcher.find()) {
            tokens.add(new Token(plain(matcher.group()), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
    }

    /** The word itself, and what it may be the plural of. */
    static Set<String> singulars(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        for (Map.Entry<String, String> irregular : IRREGULAR_PLURALS.entrySet()) {
            String plural = irregular.getValue();
            if (word.equals(plural)) {
                forms.add(irregular.getKey());
            } else if (word.endsWith(plural) && plural.length() > 2) {
                // Compounds: fishermen, snowmen, grandchildren.
                forms.add(word.substring(0, word.length() - plural.length()) + irregular.getKey());
            }
        }
        int length = word.length();
        if (length > 3 && word.endsWith("s") && !word.endsWith("ss")) {
            if (word.endsWith("ies") && length > 4) {
                forms.add(word.substring(0, length - 3) + "y");
            }
            if (word.endsWith("es")) {
                forms.add(word.substring(0, length - 2));
            }
            forms.add(word.substring(0, length - 1));
        }
        return forms;
    }

    /** The word itself, and the verbs it may be a form of. */
    static Set<String> verbs(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (IRREGULAR_VERB_FORMS.containsKey(word)) {
            forms.add(IRREGULAR_VERB_FORMS.get(word));
        }
        int length = word.length();
        if (word.endsWith("ing") && length > 5) {
            stems(forms, word.substring(0, length - 3));
        } else if (word.endsWith("ed") && length > 4) {
            stems(forms, word.substring(0, length - 2));
        } else if (word.endsWith("s")) {
            forms.addAll(singulars(word));
        }
        return forms;
    }

    private static void stems(Set<String> forms, String stem) {
        forms.add(stem);
        forms.add(stem + "e");
        int length = stem.length();
        if (length > 2 && stem.charAt(length - 1) == stem.charAt(length - 2)) {
            forms.add(stem.substring(0, length - 1));
        }
        if (stem.endsWith("i")) {
            forms.add(stem.substring(0, length - 1) + "y");
        }
    }

    /** Several of this; of a phrase, its last word, or the first of "loaf of bread". */
    static String plural(String phrase) {
        int of = phrase.indexOf(" of ");
        if (of > 0) {
            return plural(phrase.substring(0, of)) + phrase.substring(of);
        }
        int cut = phrase.lastIndexOf(' ') + 1;
        return phrase.substring(0, cut) + pluralWord(phrase.substring(cut));
    }

    private static String pluralWord(String word) {
        if (SAME_IN_PLURAL.contains(word)) {
            return word;
        }
        for (Map.Entry<String, String> irregular : IRREGULAR_PLURALS.entrySet()) {
            String singular = irregular.getKey();
            if (word.equals(singular)
                    || singular.length() == 3
                            && word.endsWith(singular)
                            && singular.equals("man")) {
                return word.substring(0, word.length() - singular.length()) + irregular.getValue();
            }
        }
        if (word.matches(".*([sxz]|ch|sh)")) {
            return word + "es";
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.matches("(tomato|potato|hero|mango|echo)") ? word + "es" : word + "s";
    }

    /** "a" or "an", by the first letter; good enough for things that are seen. */
    static String article(String word) {
        boolean vowel = "aeiou".indexOf(Character.toLowerCase(word.charAt(0))) >= 0;
        return vowel && !word.matches("(?i)(uni|use|one|eu).*") ? "an" : "a";
    }
}
