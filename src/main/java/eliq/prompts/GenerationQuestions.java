package eliq.prompts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Words the questions that ask for new prompts. */
final class GenerationQuestions {
    private static final int EXAMPLES = 8;
    private static final int AVOIDED = 12;
    private static final String FORM =
            """
            {"type":"object","properties":{"prompts":{"type":"array","items":{"type":"string"}}},\
            "required":["prompts"],"additionalProperties":false}""";
    static final String COMPLAINT =
            "That is not the form I need. Answer with JSON only, no other words:"
                    + " {\"prompts\": [\"first prompt\", \"second prompt\"]}";

    private final GeneratePrompts wanted;
    private final Taxonomy taxonomy;

    GenerationQuestions(GeneratePrompts wanted, Taxonomy taxonomy) {
        this.wanted = wanted;
        this.taxonomy = taxonomy;
    }

    /**
     * @param number of the question, which its seed follows
     * @param known prompts of this sub-concept that are there already
     */
    ChatQuestion about(Taxonomy.Concept concept, int prompts, long number, List<String> known) {
        long seed = wanted.seed() * 1_000_003 + number;
        String title = concept.category().title();
        StringBuilder text = new StringBuilder();
        text.append("Write ").append(prompts).append(prompts == 1 ? " prompt" : " prompts");
        text.append(" of the category \"").append(title).append("\". ");
        text.append(taxonomy.about().getOrDefault(concept.category(), "")).append('\n');
        text.append("Their subject: ").append(concept.name());
        text.append(" (for example ").append(examples(concept, seed)).append(").\n");
        text.append("Rules:\n");
        text.append("- each is one English sentence or phrase of ").append(wanted.leastWords());
        text.append(" to ")
                .append(wanted.mostWords())
                .append(" words that describes one picture\n");
        text.append("- it belongs to the category \"")
                .append(title)
                .append("\" before any other\n");
        text.append("- realistic: what a photograph could show; no fantasy, nothing abstract\n");
        text.append(
                "- concrete: what is there, how many, of which colour or material, doing what, where\n");
        text.append("- each with another subject, place and time of day than the others\n");
        text.append(
                "- no words on style, camera or quality, no artists, no real persons, no brands, no written text\n");
        List<String> last = known.subList(Math.max(0, known.size() - AVOIDED), known.size());
        if (!last.isEmpty()) {
            text.append("Not like these, which are there already:\n");
            last.forEach(prompt -> text.append("- ").append(prompt).append('\n'));
        }
        text.append("Answer with JSON only: {\"prompts\": [\"...\"]}");
        return new ChatQuestion(
                List.of(
                        ChatMessage.system(
                                "You write prompts for text-to-image models, plain and varied, and answer in JSON."),
                        ChatMessage.user(text.toString())),
                FORM,
                seed);
    }

    private static String examples(Taxonomy.Concept concept, long seed) {
        List<String> words =
                concept.keywords().stream()
                        .filter(word -> !word.startsWith("~") && !word.startsWith("to "))
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(words, new SplittableRandom(seed));
        return words.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
    }
}
