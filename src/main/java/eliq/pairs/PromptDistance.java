package eliq.pairs;

/** How different two prompts are in what they ask to be seen. */
@FunctionalInterface
public interface PromptDistance {

    /** 0 (the same picture would do for both) .. 1 (nothing in common); symmetric. */
    double between(String one, String other);
}
