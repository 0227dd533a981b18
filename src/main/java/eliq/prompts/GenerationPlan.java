package eliq.prompts;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link GeneratePromptsJob} would ask if all answers were good.
 *
 * @param steps one for each sub-concept
 * @param endpoint where the questions would go
 * @param affordable whether the budget is enough
 */
public record GenerationPlan(List<Step> steps, URI endpoint, boolean affordable) {
    /** Roughly, of one written prompt in JSON. */
    private static final int TOKENS_OF_A_PROMPT = 30;

    public GenerationPlan {
        steps = List.copyOf(steps);
    }

    /**
     * Questions on one sub-concept.
     *
     * @param tokens of questions and answers, roughly
     * @param question the first of them, in full
     */
    public record Step(
            Category category,
            String concept,
            int prompts,
            int requests,
            long tokens,
            String question) {}

    /** That of these parameters; nothing is sent. */
    public static GenerationPlan of(GeneratePrompts wanted) throws PromptsException {
        GenerationQuestions questions = new GenerationQuestions(wanted, wanted.taxonomyOf());
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (GeneratePrompts.Target target : wanted.targets()) {
            int requests = (target.count() + wanted.batch() - 1) / wanted.batch();
            ChatQuestion first =
                    questions.about(
                            target.concept(),
                            Math.min(target.count(), wanted.batch()),
                            number,
                            List.of());
            number += requests;
            steps.add(
                    new Step(
                            target.concept().category(),
                            target.concept().name(),
                            target.count(),
                            requests,
                            requests * first.roughTokens()
                                    + (long) target.count() * TOKENS_OF_A_PROMPT,
                            first.messages().stream()
                                    .map(m -> m.role() + ": " + m.content())
                                    .collect(Collectors.joining("\n"))));
        }
        GenerationPlan plan = new GenerationPlan(steps, wanted.chat().endpoint(), true);
        boolean enough =
                (wanted.budget().requests() == 0 || plan.requests() <= wanted.budget().requests())
                        && (wanted.budget().tokens() == 0
                                || plan.tokens() <= wanted.budget().tokens());
        return new GenerationPlan(steps, wanted.chat().endpoint(), enough);
    }

    public int prompts() {
        return steps.stream().mapToInt(Step::prompts).sum();
    }

    public int requests() {
        return steps.stream().mapToInt(Step::requests).sum();
    }

    /** Roughly. */
    public long tokens() {
        return steps.stream().mapToLong(Step::tokens).sum();
    }
}
