package eliq.prompts;

import eliq.catalog.PromptStore;
import eliq.job.JobCancelledException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a language model rewrite prompts, all kinds of one prompt in one question. A version that is no version of the
 * prompt, or the same, is not taken; one that is missing is asked for once more.
 */
final class ModelRewriter implements PromptRewriter {
    private static final String FORM =
            """
            {"type":"object","properties":{"versions":{"type":"array","items":{"type":"object","properties":\
            {"kind":{"type":"string"},"text":{"type":"string"},"change":{"type":"string"}},\
            "required":["kind","text","change"]}}},"required":["versions"]}""";
    private static final String COMPLAINT =
            "Not all of that can be used. Answer with JSON only, each version under its own kind, none equal to the prompt,"
                    + " and nothing changed but what the kind says: {\"versions\": [{\"kind\": \"object\", \"text\": \"...\","
                    + " \"change\": \"dog -> cat\"}]}. Missing: ";

    /** Share of the prompt's content words that stay in a worse version, and in a changed one. */
    private static final double KEPT_IN_WORSE = 0.5;

    private static final double KEPT_IN_CHANGED = 0.25;
    private static final int ROUNDS = 2;

    private final ChatClient client;
    private boolean spent;

    ModelRewriter(ChatClient client) {
        this.client = client;
    }

    /** Whether the budget forbade a question. */
    boolean spent() {
        return spent;
    }

    @Override
    public String name() {
        return client.model();
    }

    @Override
    public List<Rewrite> rewrite(String prompt, Set<RewriteKind> kinds, double strength, long seed)
            throws PromptsException, JobCancelledException, InterruptedException {
        Map<RewriteKind, Rewrite> made = new EnumMap<>(RewriteKind.class);
        ChatQuestion question = question(prompt, kinds, strength, seed);
        for (int round = 0; round < ROUNDS && made.size() < kinds.size(); round++) {
            Optional<ChatAnswer> answer = client.ask(question);
            if (answer.isEmpty()) {
                spent = true;
                break;
            }
            for (Map<String, String> object : LenientJson.objects(answer.get().text())) {
                Optional<RewriteKind> kind = RewriteKind.named(object.getOrDefault("kind", ""));
                String text = PromptCheck.cleaned(object.getOrDefault("text", ""));
                if (kind.isPresent()
                        && kinds.contains(kind.get())
                        && fits(prompt, text, kind.get())) {
                    boolean worse = !RewriteKind.changes().contains(kind.get());
                    made.putIfAbsent(
                            kind.get(),
                            new Rewrite(
                                    kind.get(),
                                    worse ? strength : 1,
                                    text,
                                    object.getOrDefault("change", ""),
                                    client.model(),
                                    seed));
                }
            }
            Set<RewriteKind> missing = EnumSet.copyOf(kinds);
            missing.removeAll(made.keySet());
            question =
                    question.again(
                            answer.get().text(),
                            COMPLAINT + missing.stream().map(RewriteKind::key).toList());
        }
        return new ArrayList<>(made.values());
    }

    private static ChatQuestion question(
            String prompt, Set<RewriteKind> kinds, double strength, long seed) {
        StringBuilder text = new StringBuilder();
        text.append("Rewrite this prompt for a text-to-image model:\n").append(prompt).append('\n');
        text.append("Write one version of each kind:\n");
        for (RewriteKind kind : RewriteKind.values()) {
            if (kinds.contains(kind)) {
                text.append("- ").append(kind.key()).append(": ").append(kind.task()).append('\n');
            }
        }
        text.append("How strong the faults are to be: ").append(words(strength)).append(".\n");
        text.append(
                """
                Rules: change only what the kind says and keep all other words as they are; the change must be plain to see in \
                the picture; affirmative sentences, no "instead of" and no "not"; leave out a kind that the prompt gives no \
                ground for.
                Answer with JSON only: {"versions": [{"kind": "...", "text": "...", "change": "old -> new"}]}""");
        return new ChatQuestion(
                List.of(
                        ChatMessage.system(
                                "You rewrite prompts for text-to-image models and answer in JSON."),
                        ChatMessage.user(text.toString())),
                FORM,
                seed);
    }

    private static String words(double strength) {
        return strength < 0.34
                ? "slight, one fault"
                : strength < 0.67 ? "clear, two faults" : "severe, three faults";
    }

    /** Whether a text can be a version of this kind. */
    static boolean fits(String prompt, String text, RewriteKind kind) {
        if (text.isBlank()
                || PromptStore.normalise(text).equals(PromptStore.normalise(prompt))
                || text.split("\\s+").length > 2 * prompt.split("\\s+").length + 25) {
            return false;
        }
        Set<String> before = NearDuplicates.words(prompt);
        Set<String> after = NearDuplicates.words(text);
        long kept = before.stream().filter(after::contains).count();
        double share = before.isEmpty() ? 1 : (double) kept / before.size();
        if (RewriteKind.changes().contains(kind)) {
            return share >= KEPT_IN_CHANGED;
        }
        return share >= KEPT_IN_WORSE && !before.containsAll(after);
    }
}
