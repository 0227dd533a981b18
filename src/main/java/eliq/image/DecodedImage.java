package eliq.image;

/**
 * A picture and what its file said about it.
 *
 * @param pixels upright, 8-bit sRGB, opaque
 * @param facts about the file
 * @param hash of the file's bytes
 */
public record DecodedImage(Pixels pixels, ImageFacts facts, ContentHash hash) {}
