package eliq.backbone.qwen3vl;

import java.util.List;

/** Conversations as the text that a Qwen3-VL chat model was trained on (its chat template; text only, no tools). */
public final class PromptRendering {

    /** One place of a picture in the text, before it is expanded to one token for every merged patch. */
    static final String IMAGE = "<|vision_start|><|image_pad|><|vision_end|>";

    /** All of a one-image user turn before the text: the same whatever is asked. */
    static final String BEFORE_TEXT = "<|im_start|>user\n" + IMAGE;

    /** What follows the text: the model's next token is the first of its answer. */
    static final String AFTER_TEXT = "<|im_end|>\n<|im_start|>assistant\n";

    private PromptRendering() {}

    /** Who speaks. */
    public enum Role {
        SYSTEM("system"),
        USER("user"),
        ASSISTANT("assistant");

        private final String key;

        Role(String key) {
            this.key = key;
        }
    }

    /** A piece of a turn. */
    public sealed interface Part {
        record Text(String text) implements Part {}

        /** A picture; only users show pictures, elsewhere it is passed over. */
        record Image() implements Part {}
    }

    public record Message(Role role, List<Part> parts) {
        public Message {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Parts in the order given, nothing between or around them. A system turn counts only as the first message.
     *
     * @param generationPrompt whether the assistant's turn is opened at the end
     */
    public static String render(List<Message> messages, boolean generationPrompt) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() == Role.SYSTEM && i > 0) {
                continue;
            }
            out.append("<|im_start|>").append(message.role().key).append('\n');
            for (Part part : message.parts()) {
                switch (part) {
                    case Part.Text text -> out.append(text.text());
                    case Part.Image ignored when message.role() == Role.USER -> out.append(IMAGE);
                    case Part.Image ignored -> {}
                }
            }
            out.append("<|im_end|>\n");
        }
        if (generationPrompt) {
            out.append("<|im_start|>assistant\n");
        }
        return out.toString();
    }

    /** One user turn of an image and a text, with the assistant's turn opened: what an aspect is asked with. */
    public static String question(String text) {
        return BEFORE_TEXT + text + AFTER_TEXT;
    }
}
