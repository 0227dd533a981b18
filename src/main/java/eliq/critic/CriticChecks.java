package eliq.critic;

import java.util.List;
import java.util.Optional;

/** Samples of held-out prompts as a validation wants them. */
public final class CriticChecks implements ValidationSource {
    private final List<ImageSamples> images;
    private final Instructions instructions;
    private final ImageSource pixels;

    public CriticChecks(List<ImageSamples> images, Instructions instructions, ImageSource pixels) {
        this.images = List.copyOf(images);
        this.instructions = instructions;
        this.pixels = pixels;
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public Optional<ImageSamples> samples(int index) {
        return Optional.of(images.get(index));
    }

    @Override
    public Item item(int index) throws CriticException {
        ImageSamples image = images.get(index);
        return new Item(
                pixels.prepared(image.image()), image.samples().stream().map(this::check).toList());
    }

    private Check check(CriticSample s) {
        return new Check(
                instructions.text(s.aspect(), s.prompt()).orElseThrow(),
                s.label(),
                s.aspect(),
                s.pair(),
                s.family(),
                s.operation());
    }
}
