package eliq.critic;

import eliq.backbone.Quote;
import eliq.catalog.Aspect;
import eliq.image.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a critic is asked, one text an aspect, each telling the model to judge that aspect alone. The prompt stands in
 * the alignment text only. A critic reads well only under the texts it was tuned on, so they are part of what it is:
 * {@link #hash} is recorded with it.
 *
 * <p>Every word costs time in each reading: the texts after the image are all that is computed once for each aspect.
 *
 * @param technical asks for sharpness, noise, compression
 * @param aesthetic asks for composition, colour, light
 * @param alignment asks whether the image shows the prompt; holds {@link #PLACEHOLDER} exactly once
 * @param neutralPrompt stands for the prompt of an image that has none (photographs), or is empty: such an image then
 *     gets no alignment
 */
public record Instructions(
        String technical, String aesthetic, String alignment, String neutralPrompt) {

    /** Where the prompt goes in the alignment text. */
    public static final String PLACEHOLDER = "{prompt}";

    /** The texts that stand where nobody chose others. */
    public static final Instructions DEFAULT =
            new Instructions(
                    "Judge only the technical quality: sharpness, noise, compression, artifacts."
                            + " Ignore beauty and content. Answer low or high.",
                    "Judge only the aesthetic quality: composition, colour, light, appeal."
                            + " Ignore noise, blur and content. Answer low or high.",
                    "Judge only whether the image shows: \"{prompt}\"."
                            + " Ignore its quality and beauty. Answer low or high.",
                    "");

    public Instructions {
        requireText("technical", technical);
        requireText("aesthetic", aesthetic);
        requireText("alignment", alignment);
        int first = alignment.indexOf(PLACEHOLDER);
        if (first < 0 || alignment.indexOf(PLACEHOLDER, first + 1) >= 0) {
            throw new IllegalArgumentException(
                    "the alignment instruction must hold "
                            + PLACEHOLDER
                            + " exactly once, where the prompt is to stand: "
                            + alignment);
        }
        if (technical.contains(PLACEHOLDER) || aesthetic.contains(PLACEHOLDER)) {
            throw new IllegalArgumentException(
                    "only the alignment instruction may hold "
                            + PLACEHOLDER
                            + ": quality is judged without the prompt");
        }
        neutralPrompt = neutralPrompt == null ? "" : neutralPrompt;
    }

    private static void requireText(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the " + name + " instruction is empty");
        }
    }

    /**
     * The user's turn for one aspect.
     *
     * @param prompt of the image; without effect on the technical and the aesthetic text
     * @return empty for alignment where there is neither a prompt nor a neutral phrase
     */
    public Optional<String> text(Aspect aspect, Optional<String> prompt) {
        return switch (aspect) {
            case TECHNICAL -> Optional.of(technical);
            case AESTHETIC -> Optional.of(aesthetic);
            case ALIGNMENT ->
                    prompt.map(String::strip)
                            .filter(p -> !p.isEmpty())
                            .or(() -> Optional.of(neutralPrompt).filter(p -> !p.isBlank()))
                            .map(p -> alignment.replace(PLACEHOLDER, p));
        };
    }

    /** Where the prompt stands in a text that {@link #text} made; empty for texts without, and for the neutral phrase. */
    public Optional<Quote> promptIn(String text) {
        int at = alignment.indexOf(PLACEHOLDER);
        String before = alignment.substring(0, at);
        String after = alignment.substring(at + PLACEHOLDER.length());
        if (text.length() <= before.length() + after.length()
                || !text.startsWith(before)
                || !text.endsWith(after)) {
            return Optional.empty();
        }
        return Optional.of(new Quote(before.length(), text.length() - after.length()))
                .filter(quote -> !quote.in(text).isBlank())
                .filter(quote -> !quote.in(text).equals(neutralPrompt));
    }

    /** Where the prompts stand in those of the texts that hold one, by text. */
    public Map<String, Quote> quotes(Collection<String> texts) {
        Map<String, Quote> quotes = new HashMap<>();
        for (String text : texts) {
            promptIn(text).ifPresent(prompt -> quotes.put(text, prompt));
        }
        return quotes;
    }

    /** SHA-256 in hexadecimal over all texts: two critics with different texts are different critics. */
    public String hash() {
        String all = String.join("\u0000", technical, aesthetic, alignment, neutralPrompt);
        return ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
