package eliq.catalog;

import eliq.image.ContentHash;

/**
 * What an embedding is a function of.
 *
 * @param image content
 * @param text SHA-256 of the text it was read under
 * @param backbone identity of the weights that read it
 */
public record EmbeddingKey(ContentHash image, ContentHash text, String backbone) {}
