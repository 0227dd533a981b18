package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageGenerator;
import eliq.generate.comfyui.ComfyUiOptions.EarlyStopWay;
import eliq.generate.http.BlackRetry;
import eliq.image.Pixels;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One model of a ComfyUI server. {@link Quality.EarlyStopped} decodes the latents of an unfinished run of the same model
 * and seed; {@link Quality.Weaker} takes one of the weaker models, the poorer the stronger the request, at no more
 * pixels than that model was trained for.
 */
final class ComfyGenerator implements ImageGenerator {
    /** Larger ones are legal for ComfyUI, but no Java long. */
    static final long GREATEST_SEED = Long.MAX_VALUE;

    private static final int LARGEST_SIDE = 16_384;

    private final String name;
    private final ComfyModel model;
    private final List<ComfyModel> weaker;
    private final EarlyStopWay earlyStop;
    private final ComfyWork work;

    /** @param weaker from the best to the poorest; may be empty */
    ComfyGenerator(
            String name,
            ComfyModel model,
            List<ComfyModel> weaker,
            EarlyStopWay earlyStop,
            ComfyWork work) {
        this.name = name;
        this.model = model;
        this.weaker = List.copyOf(weaker);
        this.earlyStop = earlyStop;
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    /** Equal graphs gave equal pixels on one machine; another graphics card may round otherwise. */
    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        Set<QualityKind> kinds = EnumSet.of(QualityKind.FULL, QualityKind.EARLY_STOPPED);
        if (!weaker.isEmpty()) {
            kinds.add(QualityKind.WEAKER);
        }
        ModelSpec spec = model.spec();
        return new Capabilities(kinds, true, spec.width(), spec.height(), spec.step());
    }

    @Override
    public Pixels generate(GenerationRequest request) throws GenerateException {
        return make(request, GenerationWatch.NONE).pixels();
    }

    @Override
    public GeneratedImage make(GenerationRequest request, GenerationWatch watch)
            throws GenerateException {
        check(request);
        return BlackRetry.run(
                name,
                request.seed(),
                GREATEST_SEED,
                work.settings(),
                watch,
                seed -> makeOnce(request, seed, watch));
    }

    private GeneratedImage makeOnce(GenerationRequest request, long seed, GenerationWatch watch)
            throws GenerateException {
        ComfyModel used = request.quality() instanceof Quality.Weaker weak ? weaker(weak) : model;
        Size size =
                used == model
                        ? new Size(request.width(), request.height())
                        : Size.within(used.spec(), request.width(), request.height());
        Workflow workflow = used.ready();
        Map<Slot, Object> values = new EnumMap<>(Slot.class);
        values.put(Slot.PROMPT, request.prompt());
        values.put(Slot.SEED, seed);
        values.put(Slot.WIDTH, size.width());
        values.put(Slot.HEIGHT, size.height());
        values.put(Slot.PREFIX, work.prefix());
        ObjectNode graph = workflow.filled(values);
        if (request.quality() instanceof Quality.EarlyStopped early) {
            EarlyStop.apply(
                    name,
                    graph,
                    workflow.sampler(),
                    early.progress(),
                    earlyStop,
                    used.spec().noise(size.width(), size.height()));
        }
        return work.run(name, workflow, graph, seed, watch);
    }

    private record Size(int width, int height) {

        /** The same proportions, at no more pixels than the model was trained for. */
        static Size within(ModelSpec spec, int width, int height) {
            double most = (double) spec.width() * spec.height();
            double scale = Math.min(1, Math.sqrt(most / ((double) width * height)));
            return new Size(side(width * scale, spec.step()), side(height * scale, spec.step()));
        }

        private static int side(double length, int step) {
            return Math.max(step, (int) Math.round(length / step) * step);
        }
    }

    private ComfyModel weaker(Quality.Weaker weak) {
        double strength = Math.clamp(weak.strength(), 0, 1);
        return weaker.get(Math.min(weaker.size() - 1, (int) (strength * weaker.size())));
    }

    private void check(GenerationRequest request) throws GenerateException {
        if (!capabilities().makes(request.quality())) {
            throw refused(
                    "has no weaker model to draw with; add one to the backend's list of weak models");
        }
        if (request.seed() < 0) {
            throw refused("takes seeds from 0 to 2^63 - 1, not " + request.seed());
        }
        int step = model.spec().step();
        if (Math.min(request.width(), request.height()) < step
                || Math.max(request.width(), request.height()) > LARGEST_SIDE
                || request.width() % step != 0
                || request.height() % step != 0) {
            throw refused(
                    "makes pictures whose sides are multiples of %d, up to %d; not %d x %d"
                            .formatted(step, LARGEST_SIDE, request.width(), request.height()));
        }
    }

    private GenerateException refused(String what) {
        return new GenerateException(Reason.REFUSED, name + " " + what + ".");
    }
}
