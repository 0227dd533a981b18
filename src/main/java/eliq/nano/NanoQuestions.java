package eliq.nano;

import eliq.backbone.TrainingExample.Foretold;
import eliq.backbone.TrainingExample.Part;
import eliq.backbone.TrainingExample.Question;
import eliq.catalog.Aspect;
import eliq.critic.Instructions;
import eliq.critic.Label;
import eliq.generate.painter.Scene;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the small model is asked while it learns: the critic's instructions, what is wrong with a picture, and
 * lists of single things to check. */
final class NanoQuestions {

    /** Answered with single things and, after each, whether it is there: a label every few tokens. */
    static final String CHECKLIST = "Check each.";

    private static final double LEAST_CERTAINTY = 0.65;
    private static final double CERTAIN_FROM = 0.8;
    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_SHARE = 0.98;
    private static final List<String> NUMBERS = List.of("", "", "two", "three", "four", "five");

    private NanoQuestions() {}

    /**
     * Whether single things are there.
     *
     * @param things in the order in which they are named, each with its label
     * @param weight of all labels together
     */
    static Question checklist(List<Map.Entry<String, Label>> things, double weight) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Label> thing : things) {
            parts.add(new Part((parts.isEmpty() ? "" : ", ") + thing.getKey(), false));
            parts.add(new Part(" " + thing.getValue().token(), true));
        }
        return new Question(CHECKLIST, parts, weight);
    }

    static Question quality(Aspect aspect, Label label, double weight) {
        return new Question(text(aspect, Optional.empty()), label.token(), weight);
    }

    /**
     * The label of a picture degraded with this strength: low, but the weaker the degradation the less certainly so, so
     * that the probability of {@code high} falls with strength.
     *
     * @param strength 0 (just visible) .. 1 (heavy)
     */
    static Label label(double strength, RandomGenerator random) {
        double certainty =
                LEAST_CERTAINTY + (1 - LEAST_CERTAINTY) * Math.min(1, strength / CERTAIN_FROM);
        return random.nextDouble() < certainty ? Label.LOW : Label.HIGH;
    }

    /**
     * Asks for both labels, each with its share of the weight: the answer that fits best is a probability that falls
     * evenly with strength.
     *
     * @param strength 0 (just visible) .. 1 (heavy)
     */
    static List<Question> graded(Aspect aspect, double strength, double weight) {
        double low = LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * strength;
        return List.of(
                quality(aspect, Label.LOW, low * weight),
                quality(aspect, Label.HIGH, (1 - low) * weight));
    }

    static Question alignment(String prompt, Label label, double weight) {
        return new Question(text(Aspect.ALIGNMENT, Optional.of(prompt)), label.token(), weight);
    }

    /**
     * Whether the image shows its own prompt, which is to be predicted word by word as well: many times the teaching of
     * the answer's one bit, and at the words that the answer depends on.
     *
     * @param weight of the answer
     * @param foretelling weight of the prompt's words together; 0: they are only read
     */
    static Question aligned(String prompt, double weight, double foretelling) {
        Question question = alignment(prompt, Label.HIGH, weight);
        return foretelling == 0
                ? question
                : new Question(
                        question.text(),
                        question.answer(),
                        weight,
                        Instructions.DEFAULT
                                .promptIn(question.text())
                                .map(quote -> new Foretold(quote, foretelling)));
    }

    static String text(Aspect aspect, Optional<String> prompt) {
        return Instructions.DEFAULT.text(aspect, prompt).orElseThrow();
    }

    /** The single things that a scene shows, each as a short text: "two red cars", "a beach", "night". */
    static List<String> things(Scene scene) {
        Lexicon lexicon = Lexicon.shipped();
        List<String> things = new ArrayList<>();
        for (Scene.Subject subject : scene.subjects()) {
            lexicon.find(Term.Kind.SUBJECT, subject.kind())
                    .ifPresent(term -> things.add(thing(term, subject)));
        }
        scene.place()
                .flatMap(id -> lexicon.find(Term.Kind.PLACE, id))
                .ifPresent(term -> things.add(withArticle(term.singular())));
        scene.time()
                .flatMap(id -> lexicon.find(Term.Kind.TIME, id))
                .ifPresent(term -> things.add(term.singular()));
        return things;
    }

    private static String thing(Term term, Scene.Subject subject) {
        boolean person =
                term.categories().getFirst() == eliq.prompts.Category.PEOPLE_AND_ACTIVITIES;
        String colour = person ? "" : subject.colour().map(c -> c + " ").orElse("");
        String clothes =
                person ? subject.colour().map(c -> " in " + c + " clothes").orElse("") : "";
        return subject.count() > 1
                ? NUMBERS.get(subject.count()) + " " + colour + term.plural() + clothes
                : withArticle(colour + term.singular()) + clothes;
    }

    private static String withArticle(String noun) {
        return (noun.matches("[aeiou].*") ? "an " : "a ") + noun;
    }
}
