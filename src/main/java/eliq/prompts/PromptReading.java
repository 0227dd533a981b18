package eliq.prompts;

import eliq.prompts.KeywordIndex.Match;
import eliq.prompts.WordForms.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a word found in a prompt counts, by where it stands: what is compared, denied, worn or named as style is not seen. */
final class PromptReading {
    private static final double FAINT = 0.3;
    private static final int NEAR = 4;

    private static final Set<String> AFTER_NOUN =
            Set.of(
                    "on", "in", "at", "with", "and", "or", "of", "to", "from", "beside", "next",
                    "near", "under", "over", "is", "that", "lying", "cut", "by", "behind",
                    "between", "slice", "slices", "juice", "peel", "left", "sitting", "against",
                    "among", "inside", "a", "the");
    private static final Set<String> DENIALS = Set.of("no", "without", "not", "never");
    private static final Set<String> COMPARISONS =
            Set.of("like", "as", "resembling", "shaped", "inspired", "imitating");
    private static final Set<String> HELD =
            Set.of(
                    "holding",
                    "holds",
                    "wearing",
                    "wears",
                    "carrying",
                    "carries",
                    "playing",
                    "plays",
                    "using",
                    "uses",
                    "with",
                    "in",
                    "reading",
                    "reads",
                    "waving",
                    "throwing",
                    "kicking",
                    "lifting",
                    "pulling",
                    "pushing",
                    "his",
                    "her",
                    "their",
                    "covered",
                    "under",
                    "flying",
                    "at",
                    "repairing",
                    "fixing",
                    "making",
                    "changing",
                    "stirring",
                    "dribbling");
    private static final Set<String> CAUGHT =
            Set.of(
                    "holding",
                    "catching",
                    "balancing",
                    "wearing",
                    "carrying",
                    "chasing",
                    "chewing",
                    "playing");
    private static final Set<String> LIKENESSES =
            Set.of(
                    "statue",
                    "sculpture",
                    "bust",
                    "figurine",
                    "toy",
                    "doll",
                    "mosaic",
                    "origami",
                    "tapestry",
                    "sticker",
                    "logo",
                    "poster",
                    "embroidery");
    private static final Set<String> BESIDE =
            Set.of("beside", "near", "behind", "front", "next", "left", "right", "above", "below");
    private static final Pattern STOP = Pattern.compile("[,.;:|()]");

    private final String prompt;
    private final List<Token> tokens;
    private final List<Match> matches;
    private final boolean[] silent;

    PromptReading(String prompt, List<Token> tokens, List<Match> matches) {
        this.prompt = prompt;
        this.tokens = tokens;
        this.matches = matches;
        this.silent = SilentWords.of(prompt, tokens, matches);
    }

    /** Whether a word says nothing on what is shown. */
    boolean silent(int token) {
        return silent[token];
    }

    /** From 0, not seen, to 1. */
    double weight(Match match, Taxonomy.Concept concept) {
        if (silent[match.first()]) {
            return 0;
        }
        if (precededBy(match, DENIALS, 2)) {
            return 0;
        }
        if (colour(match)) {
            return 0;
        }
        if (doneByAnimal(match) || compared(match)) {
            return FAINT;
        }
        if (modifies(match, concept)) {
            return FAINT;
        }
        if (concept.category() == Category.OBJECTS_AND_ARTIFACTS
                && (heldByPerson(match)
                        || precededBy(match, CAUGHT, NEAR)
                        || inRoom(match)
                        || holdsFood(match))) {
            return FAINT;
        }
        if (likeness(match)) {
            return FAINT;
        }
        return 1;
    }

    private boolean precededBy(Match match, Set<String> words, int distance) {
        for (int i = match.first() - 1; i >= Math.max(0, match.first() - distance); i--) {
            if (parted(i, i + 1)) {
                return false;
            }
            if (words.contains(tokens.get(i).word())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a stop stands between two tokens. */
    private boolean parted(int one, int other) {
        return STOP.matcher(prompt.substring(tokens.get(one).end(), tokens.get(other).start()))
                .find();
    }

    /** "an orange coat": a word follows that it describes. */
    private boolean colour(Match match) {
        int next = match.last() + 1;
        return tokens.get(match.first()).word().equals("orange")
                && next < tokens.size()
                && !parted(match.last(), next)
                && !AFTER_NOUN.contains(tokens.get(next).word());
    }

    /** "a duck swimming": nobody else is there. */
    private boolean doneByAnimal(Match match) {
        return match.verb()
                && matches.stream()
                        .anyMatch(
                                m ->
                                        m.last() < match.first()
                                                && m.tells(Category.NATURAL_SCENES)
                                                && m.entries().stream()
                                                        .anyMatch(e -> animal(e.concept())))
                && matches.stream()
                        .noneMatch(
                                m ->
                                        !m.verb()
                                                && m.last() < match.first()
                                                && m.tells(Category.PEOPLE_AND_ACTIVITIES));
    }

    private static boolean animal(Taxonomy.Concept concept) {
        return concept.name().contains("animals");
    }

    /** "a cloud like a dragon", "a cat dressed as a samurai": the nearest word after the comparison. */
    private boolean compared(Match match) {
        boolean nearest =
                matches.stream()
                        .noneMatch(
                                m ->
                                        m.last() < match.first()
                                                && match.first() - m.last() <= NEAR
                                                && precededBy(m, COMPARISONS, 2)
                                                && !m.entries().isEmpty());
        return nearest
                && match.first() > 1
                && precededBy(match, COMPARISONS, NEAR)
                && before(match).isPresent();
    }

    private Optional<Match> before(Match match) {
        return matches.stream()
                .filter(m -> m.last() < match.first() && !m.entries().isEmpty())
                .reduce((one, later) -> later);
    }

    private Optional<Match> adjacent(Match match) {
        return matches.stream()
                .filter(m -> m.first() == match.last() + 1 && !m.entries().isEmpty())
                .filter(m -> !parted(match.last(), m.first()))
                .findFirst();
    }

    /** "athlete cat", "dinosaur museum", "pizza restaurant": the last noun is the thing. */
    private boolean modifies(Match match, Taxonomy.Concept concept) {
        boolean canModify =
                switch (concept.category()) {
                    case PEOPLE_AND_ACTIVITIES, FOOD, OBJECTS_AND_ARTIFACTS -> true;
                    case NATURAL_SCENES -> animal(concept) || concept.name().contains("plants");
                    case INDOOR_SCENES, URBAN_SCENES, EVENTS -> false;
                };
        return canModify
                && adjacent(match)
                        .filter(next -> !next.tells(concept.category()))
                        .filter(next -> tokens.get(match.last()).word().equals(lastWord(match)))
                        .isPresent();
    }

    /** A plural seldom modifies: "people market" is two things, "street market" one. */
    private static String lastWord(Match match) {
        return match.phrase().substring(match.phrase().lastIndexOf(' ') + 1);
    }

    /** "a man holding a guitar": what somebody wears, holds or plays belongs to the person. */
    private boolean heldByPerson(Match match) {
        Optional<Match> person =
                matches.stream()
                        .filter(
                                m ->
                                        m.last() < match.first()
                                                && m.tells(Category.PEOPLE_AND_ACTIVITIES))
                        .filter(m -> !silent[m.first()])
                        .findFirst();
        if (person.isEmpty()) {
            return false;
        }
        boolean held = false;
        for (int i = person.get().last() + 1; i < match.first(); i++) {
            String word = tokens.get(i).word();
            held |= HELD.contains(word);
            if (BESIDE.contains(word)) {
                held = false;
            }
        }
        return held;
    }

    /** What stands in a room that was named before belongs to the room. */
    private boolean inRoom(Match match) {
        return before(match).isPresent()
                && matches.stream()
                        .anyMatch(
                                m ->
                                        m.last() < match.first()
                                                && m.tells(Category.INDOOR_SCENES)
                                                && !m.tells(Category.OBJECTS_AND_ARTIFACTS)
                                                && m.entries().stream()
                                                        .noneMatch(KeywordIndex.Entry::hint));
    }

    /** "a statue of a man": no man is there. */
    private boolean likeness(Match match) {
        return precededBy(match, Set.of("of"), 2)
                && precededBy(match, LIKENESSES, NEAR)
                && !match.tells(Category.OBJECTS_AND_ARTIFACTS);
    }

    /** "a cup of coffee", "soup on a plate". */
    private boolean holdsFood(Match match) {
        boolean of =
                match.last() + 1 < tokens.size()
                        && Set.of("of", "full").contains(tokens.get(match.last() + 1).word())
                        && matches.stream()
                                .anyMatch(
                                        m ->
                                                m.first() > match.last()
                                                        && m.first() <= match.last() + NEAR + 1
                                                        && m.tells(Category.FOOD));
        boolean under =
                precededBy(match, Set.of("on", "in"), NEAR)
                        && before(match).filter(m -> m.tells(Category.FOOD)).isPresent();
        return of || under;
    }
}
