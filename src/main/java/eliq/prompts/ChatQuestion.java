package eliq.prompts;

import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a language model.
 *
 * @param messages the conversation so far
 * @param form JSON schema that the answer should have; servers that cannot promise one are asked without
 * @param seed makes servers that know seeds answer alike again
 */
public record ChatQuestion(List<ChatMessage> messages, String form, long seed) {
    public ChatQuestion {
        messages = List.copyOf(messages);
    }

    /** The same conversation with an answer that would not do and what was wrong with it. */
    ChatQuestion again(String answer, String complaint) {
        List<ChatMessage> longer = new ArrayList<>(messages);
        longer.add(ChatMessage.assistant(answer));
        longer.add(ChatMessage.user(complaint));
        return new ChatQuestion(longer, form, seed + 1);
    }

    /** Tokens it will roughly take: four letters each. */
    long roughTokens() {
        return messages.stream().mapToLong(m -> m.content().length() / 4 + 4).sum();
    }
}
