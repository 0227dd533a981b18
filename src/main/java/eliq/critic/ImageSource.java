package eliq.critic;

import eliq.backbone.PreparedImage;
import eliq.image.ContentHash;

/** Finds an image by its hash, decodes it and prepares it for a backbone. Called on several threads. */
@FunctionalInterface
public interface ImageSource {
    PreparedImage prepared(ContentHash image) throws CriticException;
}
