package eliq.backbone;

import java.util.List;
import java.util.Map;

/**
 * An image and the user texts to read it under (without chat markup), at least one.
 *
 * @param quotes by text, where words stand in it whose likelihood is wanted as well: a prompt, of which the image may make
 *     more or less sense
 */
public record ImageQuestions(PreparedImage image, List<String> texts, Map<String, Quote> quotes) {

    public ImageQuestions {
        texts = List.copyOf(texts);
        quotes = Map.copyOf(quotes);
        quotes.forEach((text, quote) -> quote.within(text));
    }

    /** Without quotes. */
    public ImageQuestions(PreparedImage image, List<String> texts) {
        this(image, texts, Map.of());
    }
}
