package eliq.catalog;

import eliq.image.ContentHash;
import java.time.Duration;
import java.time.Instant;

/**
 * A picture that a generator drew or an editor changed, by what was asked for.
 *
 * @param identity of the artist and everything that decides the picture
 * @param image what came out
 * @param artist name of the generator or editor
 * @param request JSON object: what was asked for
 * @param details JSON object: what the backend said of it (model, workflow)
 * @param pixels of the picture: width times height
 * @param took from asking to having it
 */
public record Drawing(
        ContentHash identity,
        ContentHash image,
        String artist,
        String request,
        String details,
        long pixels,
        Duration took,
        Instant drawn) {}
