package eliq.generate;

import eliq.image.Pixels;

/**
 * @param image to be changed; the result is as large, but for sides rounded down to what the editor can make
 * @param instruction what is to be changed, as one would tell a person
 * @param seed of all randomness, 0 or more
 */
public record EditRequest(Pixels image, String instruction, long seed) {}
