package eliq.catalog;

import java.util.Optional;

/**
 * An image as a list shows it.
 *
 * @param prompt text of the prompt it is judged by
 * @param score newest one by the filter's scorer
 */
public record ImageRow(ImageRecord image, Optional<String> prompt, Optional<Score> score) {}
