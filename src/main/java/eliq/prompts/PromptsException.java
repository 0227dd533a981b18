package eliq.prompts;

/** A file of prompts that cannot be used: says which file and line, what is wrong there, and what to do. */
public final class PromptsException extends Exception {
    private static final long serialVersionUID = 1L;

    public PromptsException(String message) {
        super(message);
    }

    public PromptsException(String message, Throwable cause) {
        super(message, cause);
    }
}
