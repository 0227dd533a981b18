package eliq.backbone;

import java.util.List;

/** An image and the user texts to read it under (without chat markup), at least one. */
public record ImageQuestions(PreparedImage image, List<String> texts) {
    public ImageQuestions {
        texts = List.copyOf(texts);
    }
}
