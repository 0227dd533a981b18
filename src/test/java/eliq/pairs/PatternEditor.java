package eliq.pairs;

import eliq.generate.EditRequest;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageEditor;
import eliq.generate.Provenance;
import eliq.image.Pixels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Mirrors the picture and darkens it by what it is told; notes what it was asked. */
final class PatternEditor implements ImageEditor {
    private final List<EditRequest> requests = Collections.synchronizedList(new ArrayList<>());

    List<EditRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public String name() {
        return "pattern-editor";
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public GeneratedImage edit(EditRequest request, GenerationWatch watch) {
        requests.add(request);
        byte[] rgb = request.image().rgb().clone();
        int less = 20 + (request.instruction().hashCode() & 31);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.max(0, (rgb[i] & 0xFF) - less);
        }
        return new GeneratedImage(
                new Pixels(request.image().width(), request.image().height(), rgb),
                new Provenance(
                        name(),
                        Optional.of("patterns.bin"),
                        request.seed(),
                        Optional.of("{\"nodes\": 3}"),
                        Instant.now(),
                        Duration.ofMillis(40)));
    }
}
