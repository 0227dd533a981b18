package eliq.nano;

import eliq.critic.Instructions;
import eliq.critic.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts that the small tokenizer is learned from; always the same ones. */
final class NanoCorpus {

    private static final int PROMPTS = 20_000;
    private static final int WEIGHT_OF_INSTRUCTIONS = 2_000;
    private static final int WEIGHT_OF_WORDS = 2;

    private NanoCorpus() {}

    /** Prompts of the painter's grammar, the instructions, the answers, and common English words. */
    static List<String> texts(NanoPrompts prompts) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < PROMPTS; i++) {
            texts.add(prompts.training(i).sample().text());
        }
        for (int i = 0; i < WEIGHT_OF_INSTRUCTIONS; i++) {
            texts.add(Instructions.DEFAULT.technical());
            texts.add(Instructions.DEFAULT.aesthetic());
            texts.add(Instructions.DEFAULT.alignment().replace(Instructions.PLACEHOLDER, "A"));
            texts.add(NanoQuestions.CHECKLIST);
            NanoSightings.words().forEach(word -> texts.add(" " + word));
            texts.add("user\n");
            texts.add("assistant\n");
            for (Label label : Label.values()) {
                texts.add(label.token());
                texts.add(" " + label.token());
            }
        }
        for (String word : words()) {
            for (int i = 0; i < WEIGHT_OF_WORDS; i++) {
                texts.add(word + " " + word);
            }
        }
        return texts;
    }

    private static List<String> words() {
        try (InputStream in = NanoCorpus.class.getResourceAsStream("words.txt")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+"));
        } catch (IOException e) {
            throw new IllegalStateException("the program's own list of words is damaged", e);
        }
    }
}
