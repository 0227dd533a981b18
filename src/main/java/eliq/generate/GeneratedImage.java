package eliq.generate;

import eliq.image.Pixels;

/**
 * @param pixels of the picture
 * @param provenance how it came about
 */
public record GeneratedImage(Pixels pixels, Provenance provenance) {}
