package eliq.prompts;

import java.util.List;

/**
 * A text to make a picture from.
 *
 * @param text not blank, without surrounding space
 * @param categories those it belongs to, the main one first; empty where it has not been labelled
 */
public record Prompt(String text, List<Category> categories) {

    public Prompt {
        text = text.strip();
        categories = List.copyOf(categories);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a prompt needs words");
        }
    }
}
