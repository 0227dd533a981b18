package eliq.generate.backends;

import eliq.generate.Backend;
import eliq.generate.Health;
import eliq.generate.Health.ModelState;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.painter.Painter;
import java.util.List;

/** The built-in painter: always there. */
final class PainterBackend implements Backend {
    private final ImageGenerator painter = new Painter();

    @Override
    public String name() {
        return painter.name();
    }

    @Override
    public List<ImageGenerator> generators() {
        return List.of(painter);
    }

    @Override
    public List<ImageEditor> editors() {
        return List.of();
    }

    @Override
    public Health check() {
        return new Health(
                true, "built in", List.of(new ModelState(painter.name(), "painter", List.of())));
    }
}
