package eliq.prompts;

import eliq.prompts.Exchanges.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites by lists of words, without knowing what a sentence means. The same prompt and seed give the same version on
 * every machine; a change leaves all else as it was.
 */
public final class RuleRewriter implements PromptRewriter {
    /** As writer. */
    public static final String NAME = "rules";

    private static final double MILD = 0.4;
    private static final double SEVERE = 0.8;
    private static final List<String> NUMBERS =
            List.of("two", "three", "four", "five", "six", "seven");
    private static final Pattern SEVERAL =
            Pattern.compile(
                    "\\b(two|three|four|five|six|seven|eight|nine|ten|several|many|a pair of|a couple of|[2-9])\\b(?= \\p{L})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE =
            Pattern.compile("\\b(a single|one|an|a)\\b(?= \\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern NEXT_WORD = Pattern.compile("^ (\\p{L}+)");

    /** What follows "on" where it means a place on top of a thing, and not a street or a day. */
    private static final Pattern SUPPORTED =
            Pattern.compile(
                    "^( [\\p{L}-]+){1,4}? (table|chair|stool|bench|bed|sofa|desk|shelf|counter|worktop|plate|box|car|"
                            + "roof|tray|bridge|rock|windowsill|mantelpiece|board|book|blanket|horse|boat|workbench)s?\\b");

    private static final Set<String> AMBIGUOUS =
            Set.of("orange", "glass", "stone", "metal", "paper", "short", "plain", "leather");
    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "and", "or", "on", "in", "of", "at", "with", "is", "are", "to", "under", "over",
                    "beside", "next", "near", "by", "behind", "from", "that", "a", "an", "the",
                    "through", "into", "across", "along", "between", "above", "below", "against",
                    "while", "as", "for", "who", "has", "have", "left", "right", "inside",
                    "outside", "during", "before", "after", "without", "among", "where", "holds",
                    "his", "her", "its", "around", "towards", "down", "up", "out", "off");

    /** Words between an article and its noun: "a small red wooden ...". */
    private static final int ADJECTIVES = 3;

    private final Exchanges exchanges = Exchanges.shipped();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Rewrite> rewrite(
            String prompt, Set<RewriteKind> kinds, double strength, long seed) {
        List<Rewrite> made = new ArrayList<>();
        for (RewriteKind kind : RewriteKind.values()) {
            if (kinds.contains(kind)) {
                rewrite(prompt, kind, strength, seed).ifPresent(made::add);
            }
        }
        return made;
    }

    /** The version of one kind, or empty where the prompt says nothing that the rules could change. */
    public Optional<Rewrite> rewrite(String prompt, RewriteKind kind, double strength, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + kind.ordinal());
        return switch (kind) {
            case DEGRADED, SPOILED -> Optional.of(worse(prompt, kind, strength, seed, random));
            case COUNT -> counted(prompt, seed, random);
            case OBJECT, ATTRIBUTE, RELATION, ACTION, SCENE ->
                    exchanged(prompt, kind, seed, random);
        };
    }

    /** One fault up to three, weakened or strengthened by a word. */
    private Rewrite worse(
            String prompt, RewriteKind kind, double strength, long seed, SplittableRandom random) {
        List<String> faults = new ArrayList<>();
        for (List<Word> group : exchanges.of(kind)) {
            List<String> own =
                    new ArrayList<>(group.stream().map(w -> w.forms().getFirst()).toList());
            Collections.shuffle(own, random);
            // Of one list, several; of several lists, one each: composition, colour, craft.
            faults.addAll(exchanges.of(kind).size() == 1 ? own : own.subList(0, 1));
        }
        int count = Math.min(faults.size(), 1 + (int) Math.round(2 * strength));
        String adverb = strength < MILD ? "slightly " : strength > SEVERE ? "very " : "";
        StringBuilder text = new StringBuilder(prompt.strip().replaceFirst("\\.$", ""));
        List<String> asked = faults.subList(0, count).stream().map(f -> adverb + f).toList();
        asked.forEach(fault -> text.append(", ").append(fault));
        return new Rewrite(
                kind, strength, text.toString(), "+ " + String.join(", ", asked), NAME, seed);
    }

    /** A place in the prompt where a word of a list stands. */
    private record Place(int start, int end, Word word, int form, List<Word> group) {}

    private Optional<Rewrite> exchanged(
            String prompt, RewriteKind kind, long seed, SplittableRandom random) {
        List<Place> places = places(prompt, kind);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        // The first object is the main one, and its change is the most visible.
        Place place =
                kind == RewriteKind.OBJECT
                        ? places.getFirst()
                        : places.get(random.nextInt(places.size()));
        String old = prompt.substring(place.start(), place.end());
        List<Word> others =
                place.group().stream()
                        .filter(w -> w != place.word() && w.forms().size() > place.form())
                        .filter(w -> !contains(prompt, w.forms().get(place.form())))
                        .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Word other =
                kind == RewriteKind.RELATION
                        ? others.getFirst()
                        : others.get(random.nextInt(others.size()));
        String put = other.forms().get(place.form());
        return Optional.of(
                new Rewrite(
                        kind,
                        1,
                        put(prompt, place.start(), place.end(), put),
                        old + " -> " + put,
                        NAME,
                        seed));
    }

    /** Where words of this kind stand, from left to right; of overlapping ones the longest. */
    private List<Place> places(String prompt, RewriteKind kind) {
        List<Place> places = new ArrayList<>();
        for (List<Word> group : exchanges.of(kind)) {
            for (Word word :
                    kind == RewriteKind.RELATION || kind == RewriteKind.SCENE || single(kind, group)
                            ? group.subList(0, 1)
                            : group) {
                for (int form = 0; form < word.forms().size(); form++) {
                    Matcher matcher = word(word.forms().get(form)).matcher(prompt);
                    while (matcher.find()) {
                        places.add(new Place(matcher.start(), matcher.end(), word, form, group));
                    }
                }
            }
        }
        places.sort(
                (a, b) ->
                        a.start() != b.start()
                                ? Integer.compare(a.start(), b.start())
                                : Integer.compare(b.end(), a.end()));
        List<Place> apart = new ArrayList<>();
        for (Place place : places) {
            if (apart.isEmpty() || apart.getLast().end() <= place.start()) {
                apart.add(place);
            }
        }
        return apart.stream().filter(place -> meant(prompt, place, kind)).toList();
    }

    /** Whether only a list's first word is looked for; the others stand for it alone. */
    private static boolean single(RewriteKind kind, List<Word> group) {
        return kind == RewriteKind.ACTION || kind == RewriteKind.ATTRIBUTE && group.size() == 2;
    }

    /** Whether a word is what it seems: "orange" before a noun is a colour, "street" before "lamp" no place. */
    private boolean meant(String prompt, Place place, RewriteKind kind) {
        String after = prompt.substring(place.end()).toLowerCase(Locale.ROOT);
        String word = prompt.substring(place.start(), place.end()).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case OBJECT, SCENE -> !nounFollows(after);
            case ATTRIBUTE -> !AMBIGUOUS.contains(word) || nounFollows(after);
            case RELATION -> !word.equals("on") || SUPPORTED.matcher(after).find();
            default -> true;
        };
    }

    /** Whether the next word seems to be a noun: neither a small word nor a form of a verb. */
    private boolean nounFollows(String after) {
        Matcher next = NEXT_WORD.matcher(after);
        if (!next.find()) {
            return false;
        }
        String word = next.group(1);
        return !SMALL_WORDS.contains(word)
                && !word.matches(".{2,}(ing|ed)")
                && exchanges.of(RewriteKind.ACTION).stream()
                        .flatMap(List::stream)
                        .noneMatch(action -> action.forms().contains(word));
    }

    private static boolean contains(String prompt, String word) {
        return word(word).matcher(prompt).find();
    }

    private static Pattern word(String word) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}-])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Another number; of one thing, several. */
    private Optional<Rewrite> counted(String prompt, long seed, SplittableRandom random) {
        Matcher several = SEVERAL.matcher(prompt);
        if (several.find()) {
            String old = several.group(1);
            List<String> others =
                    NUMBERS.stream().filter(n -> !n.equalsIgnoreCase(numeral(old))).toList();
            String put = others.get(random.nextInt(others.size()));
            return Optional.of(
                    new Rewrite(
                            RewriteKind.COUNT,
                            1,
                            put(prompt, several.start(), several.end(), put),
                            old + " -> " + put,
                            NAME,
                            seed));
        }
        Matcher one = ONE.matcher(prompt);
        while (one.find()) {
            Optional<Place> noun = nounAfter(prompt, one.end());
            if (noun.isPresent()) {
                return Optional.of(multiplied(prompt, one, noun.get(), seed, random));
            }
        }
        return Optional.empty();
    }

    private static String numeral(String number) {
        return switch (number.toLowerCase(Locale.ROOT)) {
            case "2", "a pair of", "a couple of" -> "two";
            case "3" -> "three";
            case "4", "several" -> "four";
            case "5", "many" -> "five";
            case "6" -> "six";
            case "7" -> "seven";
            default -> number;
        };
    }

    private Optional<Place> nounAfter(String prompt, int at) {
        return places(prompt, RewriteKind.OBJECT).stream()
                .filter(place -> place.form() == 0 && place.start() > at)
                .filter(
                        place -> {
                            String between = prompt.substring(at, place.start()).strip();
                            return between.isEmpty()
                                    || between.matches(
                                                    "[\\p{L}-]+( [\\p{L}-]+){0,"
                                                            + (ADJECTIVES - 1)
                                                            + "}")
                                            && !between.matches(
                                                    "(?i).*\\b(of|in|on|with|and|at|the|a|an)\\b.*");
                        })
                .findFirst();
    }

    private static Rewrite multiplied(
            String prompt, Matcher one, Place noun, long seed, SplittableRandom random) {
        String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        String plural = noun.word().forms().get(1);
        String after = prompt.substring(noun.end());
        after = after.replaceFirst("^ is\\b", " are").replaceFirst("^ has\\b", " have");
        String text =
                put(
                        prompt.substring(0, noun.start()) + plural + after,
                        one.start(),
                        one.end(),
                        number);
        return new Rewrite(RewriteKind.COUNT, 1, text, one.group(1) + " -> " + number, NAME, seed);
    }

    /** The text with other words in this place; capital letter and article are made to fit. */
    private static String put(String text, int start, int end, String words) {
        String before = text.substring(0, start);
        Matcher article = Pattern.compile("(?i)(?<=^|\\s)(a)n? $").matcher(before);
        if (article.find()) {
            String fitting = WordForms.article(words).substring(1);
            before = before.substring(0, article.end(1)) + fitting + " ";
        }
        boolean capital =
                Character.isUpperCase(text.charAt(start)) && before.matches("(?s)(.*[.!?]\\s+)?");
        String put = capital ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : words;
        return before + put + text.substring(end);
    }
}
