package eliq.nano;

import eliq.backbone.TrainingExample.Question;
import eliq.catalog.Aspect;
import eliq.critic.Instructions;
import eliq.critic.Label;
import eliq.generate.painter.Scene;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the small model is asked while it learns: the critic's instructions, captions, and probes of single things. */
final class NanoQuestions {

    /** Answered with the prompt: many tokens to learn from, where a label gives one bit. */
    static final String CAPTION = "Describe the picture.";

    /** Answered with what was done to the picture, and how much: more to learn from than low or high. */
    static final String DEFECT = "Name the defect.";

    private static final String NO_DEFECT = "none";
    private static final double HEAVY_FROM = 0.5;
    private static final String PROBE = "{thing}? Answer low or high.";
    private static final double LEAST_CERTAINTY = 0.65;
    private static final double CERTAIN_FROM = 0.8;
    private static final List<String> NUMBERS = List.of("", "", "two", "three", "four", "five");

    private NanoQuestions() {}

    static Question caption(String prompt, double weight) {
        return new Question(CAPTION, prompt, weight);
    }

    static Question quality(Aspect aspect, Label label, double weight) {
        return new Question(text(aspect, Optional.empty()), label.token(), weight);
    }

    /**
     * A quality question about a picture degraded with this strength: as a label it is low, but the weaker the
     * degradation the less certainly so, so that the probability of {@code high} falls with strength.
     *
     * @param strength 0 (just visible) .. 1 (heavy)
     * @param weight of both labels together
     */
    static List<Question> degraded(Aspect aspect, double strength, double weight) {
        double certainty =
                LEAST_CERTAINTY + (1 - LEAST_CERTAINTY) * Math.min(1, strength / CERTAIN_FROM);
        return certainty > 1 - 1e-9
                ? List.of(quality(aspect, Label.LOW, weight))
                : List.of(
                        quality(aspect, Label.LOW, weight * certainty),
                        quality(aspect, Label.HIGH, weight * (1 - certainty)));
    }

    /** What is wrong with a sound picture. */
    static Question noDefect(double weight) {
        return new Question(DEFECT, NO_DEFECT, weight);
    }

    /**
     * What is wrong with a degraded picture.
     *
     * @param operation as pictures name it, such as {@code tilt+colour-cast}
     */
    static Question defect(String operation, double strength, double weight) {
        String words = operation.replace("+", " and ").replace('-', ' ');
        return new Question(DEFECT, (strength < HEAVY_FROM ? "light " : "heavy ") + words, weight);
    }

    static Question alignment(String prompt, Label label) {
        return new Question(text(Aspect.ALIGNMENT, Optional.of(prompt)), label.token(), 1);
    }

    static Question probe(String thing, Label label) {
        return new Question(PROBE.replace("{thing}", thing), label.token(), 1);
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
