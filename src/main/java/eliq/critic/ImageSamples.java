package eliq.critic;

import eliq.image.ContentHash;
import java.util.List;

/** All that is asserted about one image; its tokens are computed once for all of it. */
public record ImageSamples(ContentHash image, List<CriticSample> samples) {
    public ImageSamples {
        samples = List.copyOf(samples);
    }
}
