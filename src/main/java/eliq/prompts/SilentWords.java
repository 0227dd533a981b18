package eliq.prompts;

import eliq.prompts.KeywordIndex.Match;
import eliq.prompts.WordForms.Token;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words of a prompt that say nothing on what is shown: style, credits, and letters written in the picture. */
final class SilentWords {
    private static final Set<String> WRITING =
            Set.of(
                    "says", "saying", "written", "words", "word", "text", "titled", "reads",
                    "called");
    private static final Pattern QUOTED = Pattern.compile("[\"“'‘]([^\"”]{1,60}?)[\"”'’](?=\\W|$)");

    /** "art by ...", "in the style of ...", to the next stop; "by the sea" is a place. */
    private static final Pattern CREDIT =
            Pattern.compile(
                    "[,.;|(]\\s*(?:(?:art|artwork|painted|painting|drawn|illustration|photo|directed)\\s+)?"
                            + "by\\s(?!the\\s|an?\\s|my\\s|his\\s|her\\s|night|day)[^,.;|)]*"
                            + "|(?:in the )?style of\\s[^,.;|)]*|inspired by\\s[^,.;|)]*",
                    Pattern.CASE_INSENSITIVE);

    /** How far from quoted words, in letters, stands what says that they are written. */
    private static final int BEFORE = 25;

    private static final int AFTER = 12;

    private SilentWords() {}

    /** For each token whether it is silent. */
    static boolean[] of(String prompt, List<Token> tokens, List<Match> matches) {
        boolean[] silent = new boolean[tokens.size()];
        Matcher credit = CREDIT.matcher(prompt);
        while (credit.find()) {
            silence(silent, tokens, credit.start(), credit.end());
        }
        Matcher quoted = QUOTED.matcher(prompt);
        while (quoted.find()) {
            if (written(tokens, quoted.start(), quoted.end())) {
                silence(silent, tokens, quoted.start(), quoted.end());
            }
        }
        for (Match match : matches) {
            if (match.entries().isEmpty()) {
                for (int i = match.first(); i <= match.last(); i++) {
                    silent[i] = true;
                }
            }
        }
        return silent;
    }

    private static void silence(boolean[] silent, List<Token> tokens, int start, int end) {
        for (int i = 0; i < tokens.size(); i++) {
            silent[i] |= tokens.get(i).start() >= start && tokens.get(i).end() <= end;
        }
    }

    private static boolean written(List<Token> tokens, int start, int end) {
        return tokens.stream()
                .filter(
                        t ->
                                t.start() > end
                                        ? t.start() < end + AFTER
                                        : t.end() < start && t.end() > start - BEFORE)
                .anyMatch(t -> WRITING.contains(t.word()));
    }
}
